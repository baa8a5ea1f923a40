import type { Role, Split, Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, paragraph, quotation, sentence } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { categoryOf } from './ticket-facts.ts';

type SplitViewInput = { tickets: Split['tickets']; role: Role; texts: Texts };

/** The confirmation that two problems are two tickets now, with a way to each. */
export function splitView({ tickets, role, texts }: SplitViewInput): ModalView {
  const [first, second] = tickets;
  const { twoProblems } = texts.report;
  return modal({
    title: twoProblems.title,
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number: first.number }),
    blocks: [
      ...tickets.flatMap(ticket => ticketBlocks({ ticket, role, texts })),
      line(twoProblems.followsUp({ second: second.number, first: first.number })),
    ],
  });
}

type TicketBlocksInput = { ticket: Ticket; role: Role; texts: Texts };

/** The button has a block of its own: action ids are unique within one. */
function ticketBlocks({ ticket, role, texts }: TicketBlocksInput): KnownBlock[] {
  const { number, version } = ticket;
  const value = writeReference({ role, number, version });
  return [
    paragraph(
      sentence({
        message: texts.report.twoProblems.ticket,
        pieces: {
          ticket: bold(texts.common.ticket({ number })),
          category: bold(categoryOf({ ticket, texts })),
        },
      }),
    ),
    quotation(shorten({ text: ticket.description, max: 1000 })),
    {
      type: 'actions',
      elements: [
        button({ text: texts.common.viewTicketNumber({ number }), actionId: ids.ticket.view, value }),
      ],
    },
  ];
}
