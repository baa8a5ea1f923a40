import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import { shorten } from './text.ts';
import { askHelpdeskForCategory, buttonRow, helpdeskButtons } from './ticket-buttons.ts';
import { categoryReason, factsInOneLine, ticketFacts, ticketHeader } from './ticket-facts.ts';

/** The ticket as the helpdesk channel shows it, with the buttons that are legal now; a click acts as helpdesk. */
export function helpdeskCard({ ticket }: { ticket: Ticket }): { text: string; blocks: KnownBlock[] } {
  return {
    text: `Ticket #${ticket.number}: ${factsInOneLine(ticket)}`,
    blocks: [
      ticketHeader(ticket),
      ...ticketFacts(ticket),
      ...categoryReason(ticket),
      ...askHelpdeskForCategory(ticket),
      ...buttonRow({ ticket, role: 'helpdesk', buttons: helpdeskButtons({ ticket }) }),
      ...whoReads(ticket),
    ],
  };
}

/** Whom the thread under the card reaches, and how not to. */
function whoReads({ status, reporter }: Ticket): KnownBlock[] {
  if (status === 'closed') return [];
  const name = shorten({ text: reporter.name, max: 200 });
  return [remark(`Replies here reach ${name}; begin with ;; for a note.`)];
}
