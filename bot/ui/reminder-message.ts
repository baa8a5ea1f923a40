import { line } from './elements.ts';
import type { StatsMessage } from './stats-message.ts';
import { type LinkedTicket, ticketLinks } from './ticket-links.ts';

/** Names to an assignee the tickets that wait for helpdesk and about which nobody has said anything for days. */
export function reminderMessage({ tickets, days }: { tickets: LinkedTicket[]; days: number }): StatsMessage {
  const numbers = tickets.map(({ ticket }) => `#${ticket.number}`).join(', ');
  const which = tickets.length === 1 ? 'this ticket. It is waiting' : 'these tickets. They are waiting';
  const lead = `You are working on ${which} for helpdesk, and nobody has said anything for ${days} days:`;
  return {
    text: `${lead} ${numbers}`,
    blocks: [line(lead), ...ticketLinks({ tickets, since: 'modifiedAt' })],
  };
}
