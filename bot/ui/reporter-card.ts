import { type Person, type Status, type Ticket, unlessHidden } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import { askWhetherSolved, buttonRow } from './ticket-buttons.ts';
import { factsInOneLine, ticketFacts, ticketHeader } from './ticket-facts.ts';

const legalButtons = {
  open: ['edit', 'reply'],
  active: ['edit', 'reply'],
  closed: ['followUp'],
} as const satisfies Record<Status, readonly string[]>;

const news: Record<Status, string> = { open: 'filed', active: 'in progress', closed: 'closed' };

/**
 * The ticket as its reporter sees it in the DM with the bot, or under a message that others read, too: a hidden name never
 * stands on it. A click acts as user.
 */
export function reporterCard(input: { ticket: Ticket }): { text: string; blocks: KnownBlock[] } {
  const ticket = asOthersRead(input.ticket);
  return {
    text: `Ticket #${ticket.number} ${news[ticket.status]}: ${factsInOneLine(ticket)}`,
    blocks: [
      ticketHeader(ticket),
      ...ticketFacts(ticket),
      ...(ticket.nameHidden ? [remark('Only the helpdesk sees who reported this.')] : []),
      ...askWhetherSolved(ticket),
      ...buttonRow({ ticket, role: 'user', buttons: [...legalButtons[ticket.status]] }),
    ],
  };
}

function asOthersRead(ticket: Ticket): Ticket {
  const { nameHidden, reporter, assignee, closedBy } = ticket;
  if (!nameHidden) return ticket;
  const shown = <Someone extends Person>(person: Someone) => unlessHidden({ person, hidden: reporter.id });
  return {
    ...ticket,
    reporter: shown(reporter),
    assignee: assignee && shown(assignee),
    closedBy: closedBy && shown(closedBy),
  };
}
