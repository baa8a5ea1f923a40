import type { Role, Ticket } from '@campus-desk/contract';
import type { ModalView, RichTextBlock, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { askReporterForCategory } from './category-question.ts';
import { bold, button, dayAndTime, line, literal, paragraph, quotation } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import { categoryOf } from './ticket-facts.ts';
import { askForTwoTickets } from './two-problems-question.ts';

/** Where a ticket's card is for its reporter, where that is known. */
export type CardPlace = 'direct messages' | 'thread' | undefined;

type FiledViewInput = {
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
  const { ticket, role, command, cardPlace, reportedFor, isAnswered = false, backAt, emergency } = input;
  const { number, version } = ticket;
  return modal({
    title: `Ticket #${number} filed`,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number }),
    blocks: [
      ...(emergency === undefined ? [] : [line(emergency)]),
      paragraph([literal('Its category is '), bold(categoryOf(ticket)), ...placeOf(ticket), literal('.')]),
      ...(isAnswered ? [line(`Thank you. The category is now ${categoryOf(ticket)}.`)] : []),
      ...(ticket.problems ? askForTwoTickets({ ticket, role }) : askReporterForCategory({ ticket, role })),
      quotation(shorten({ text: ticket.description, max: 3000 })),
      ...(backAt ? [away(backAt)] : []),
      line(`${backAt ? '' : 'The helpdesk can see it now. '}${whatTheCardDoes({ cardPlace, reportedFor })}`),
      line(`To see it later, type ${command} ${number}`),
      {
        type: 'actions',
        elements: [
          button({
            text: 'View ticket',
            actionId: ids.ticket.back,
            value: writeReference({ role, number, version }),
          }),
        ],
      },
    ],
  });
}

/** The place that was found; "View ticket" leads to where it is corrected. */
function placeOf({ place }: Ticket): RichTextElement[] {
  return place === null ? [] : [literal(', its place '), bold(shorten({ text: place.name, max: 200 }))];
}

function away(backAt: Date): RichTextBlock {
  return paragraph([
    literal('The helpdesk is away now. It will see this when it is back: '),
    dayAndTime(backAt),
    literal('.'),
  ]);
}

function whatTheCardDoes(input: Pick<FiledViewInput, 'cardPlace' | 'reportedFor'>): string {
  const { cardPlace: place, reportedFor } = input;
  if (reportedFor !== undefined)
    return `${reportedFor} gets its card, with every step, in their direct messages with this app.`;
  const deeds = 'changes with every step, and what you write in its thread reaches the helpdesk.';
  if (place === 'direct messages') return `Its card is in your direct messages with this app: it ${deeds}`;
  return place === 'thread' ? `Its card is in the thread of the message: it ${deeds}` : `Its card ${deeds}`;
}
