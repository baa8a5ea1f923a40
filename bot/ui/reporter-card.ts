import type { Status, Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { askWhetherSolved, buttonRow } from './ticket-buttons.ts';
import { factsInOneLine, ticketFacts, ticketHeader } from './ticket-facts.ts';

const legalButtons = {
  open: ['edit', 'reply'],
  active: ['edit', 'reply'],
  closed: ['followUp'],
} as const satisfies Record<Status, readonly string[]>;

const news: Record<Status, string> = { open: 'filed', active: 'in progress', closed: 'closed' };

/** The ticket as its reporter sees it in the DM with the bot; a click acts as user. */
export function reporterCard({ ticket }: { ticket: Ticket }): { text: string; blocks: KnownBlock[] } {
  return {
    text: `Ticket #${ticket.number} ${news[ticket.status]}: ${factsInOneLine(ticket)}`,
    blocks: [
      ticketHeader(ticket),
      ...ticketFacts(ticket),
      ...askWhetherSolved(ticket),
      ...buttonRow({ ticket, role: 'user', buttons: [...legalButtons[ticket.status]] }),
    ],
  };
}
