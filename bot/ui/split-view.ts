import type { Role, Split, Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, literal, paragraph, quotation } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import { categoryOf } from './ticket-facts.ts';

/** The confirmation that two problems are two tickets now, with a way to each. */
export function splitView({ tickets, role }: { tickets: Split['tickets']; role: Role }): ModalView {
  const [first, second] = tickets;
  return modal({
    title: 'Two tickets filed',
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number: first.number }),
    blocks: [
      ...tickets.flatMap(ticket => ticketBlocks({ ticket, role })),
      line(`Ticket #${second.number} follows up on ticket #${first.number}.`),
    ],
  });
}

/** The button has a block of its own: action ids are unique within one. */
function ticketBlocks({ ticket, role }: { ticket: Ticket; role: Role }): KnownBlock[] {
  const { number, version } = ticket;
  const value = writeReference({ role, number, version });
  return [
    paragraph([bold(`Ticket #${number}`), literal(' with the category '), bold(categoryOf(ticket))]),
    quotation(shorten({ text: ticket.description, max: 1000 })),
    {
      type: 'actions',
      elements: [button({ text: `View ticket #${number}`, actionId: ids.ticket.view, value })],
    },
  ];
}
