import type { Role, Ticket } from '@campus-desk/contract';
import type { ModalView, RichTextBlock, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { askReporterForCategory } from './category-question.ts';
import { bold, button, dayAndTime, line, paragraph, quotation, remark, sentence } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { categoryOf } from './ticket-facts.ts';
import { askForTwoTickets } from './two-problems-question.ts';

/** Where a ticket's card is for its reporter, where that is known. */
export type CardPlace = 'direct messages' | 'thread' | undefined;

type FiledViewInput = {
  texts: Texts;
  ticket: Ticket;
  role: Role;
  command: string;
  cardPlace: CardPlace;
  /** The reporter, where that is somebody else than who sent the form. */
  reportedFor?: string | undefined;
  isAnswered?: boolean;
  /** When helpdesk is back, where it is away now. */
  backAt?: Date | undefined;
  /** Whom to call first, where it is urgent. */
  emergency?: string | undefined;
};

/**
 * The confirmation "Ticket #12 filed": its category, which it asks for while the categoriser doubts, or whether its two
 * problems should be two tickets, and what happens next. With `isAnswered` it thanks for the answer.
 */
export function filedView(input: FiledViewInput): ModalView {
  const { texts, ticket, role, command, isAnswered = false, backAt, emergency } = input;
  const { filed } = texts.report;
  const { number, version } = ticket;
  return modal({
    title: filed.title({ number }),
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number }),
    blocks: [
      ...(emergency === undefined ? [] : [paragraph([bold(emergency)])]),
      paragraph(whereItGoes({ ticket, texts })),
      ...(isAnswered ? [line(filed.thanks({ category: categoryOf({ ticket, texts }) }))] : []),
      ...(ticket.problems
        ? askForTwoTickets({ ticket, role, texts })
        : askReporterForCategory({ ticket, role, texts })),
      quotation(shorten({ text: ticket.description, max: 3000 })),
      ...(backAt ? [away({ at: backAt, texts })] : []),
      line(backAt ? whatTheCardDoes(input) : `${filed.seen} ${whatTheCardDoes(input)}`),
      remark(filed.later({ command: `${command} ${number}` })),
      {
        type: 'actions',
        elements: [
          button({
            text: texts.common.viewTicket,
            actionId: ids.ticket.back,
            value: writeReference({ role, number, version }),
          }),
        ],
      },
    ],
  });
}

type WhereItGoesInput = Pick<FiledViewInput, 'ticket' | 'texts'>;

/** Its category, and the place that was found; "View ticket" leads to where these are corrected. */
function whereItGoes({ ticket, texts }: WhereItGoesInput): RichTextElement[] {
  const { filed } = texts.report;
  const category = bold(categoryOf({ ticket, texts }));
  if (ticket.place === null) return sentence({ message: filed.category, pieces: { category } });
  const place = bold(shorten({ text: ticket.place.name, max: 200 }));
  return sentence({ message: filed.categoryAndPlace, pieces: { category, place } });
}

function away({ at, texts }: { at: Date; texts: Texts }): RichTextBlock {
  return paragraph(sentence({ message: texts.report.filed.away, pieces: { at: dayAndTime({ at, texts }) } }));
}

function whatTheCardDoes(input: Pick<FiledViewInput, 'texts' | 'cardPlace' | 'reportedFor'>): string {
  const { texts, cardPlace: place, reportedFor: name } = input;
  const { filed } = texts.report;
  if (name !== undefined) return filed.cardOf({ name });
  if (place === 'direct messages') return filed.cardInDirectMessages;
  return place === 'thread' ? filed.cardInThread : filed.card;
}
