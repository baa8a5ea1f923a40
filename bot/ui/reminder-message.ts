import { line } from './elements.ts';
import type { StatsMessage } from './stats-message.ts';
import type { Texts } from './texts/texts.ts';
import { type LinkedTicket, numbersOf, ticketLinks } from './ticket-links.ts';

type ReminderInput = { tickets: LinkedTicket[]; days: number; texts: Texts };

/** Names to an assignee the tickets that wait for helpdesk and about which nobody has said anything for days. */
export function reminderMessage({ tickets, days, texts }: ReminderInput): StatsMessage {
  const lead = texts.schedule.reminder({ count: tickets.length, days });
  return {
    text: `${lead} ${numbersOf(tickets)}`,
    blocks: [line(lead), ...ticketLinks({ tickets, since: 'modifiedAt', texts })],
  };
}
