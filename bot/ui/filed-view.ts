import type { KnownBlock, ModalView } from '@slack/types';
import type { Role, Ticket } from '../../api/contract/index.ts';
import { ids } from '../ids.ts';
import { bold, button, line, literal, paragraph, quotation } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import { categoryOf } from './ticket-facts.ts';

/** The confirmation "Ticket #12 filed": its category and what happens next. */
export function filedView({ ticket, role }: { ticket: Ticket; role: Role }): ModalView {
  const { number, version } = ticket;
  return modal({
    title: `Ticket #${number} filed`,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number }),
    blocks: [
      paragraph([bold(`Ticket #${number} filed`), literal(' with the category '), bold(categoryOf(ticket))]),
      ...doubt(ticket),
      quotation(shorten({ text: ticket.description, max: 3000 })),
      line(
        'The helpdesk sees it now. Its card is in your direct messages with this app: it changes with every step, ' +
          'and what you write in its thread reaches the helpdesk.',
      ),
      line(`To look at it later, type /ticket ${number}`),
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

function doubt(ticket: Ticket): KnownBlock[] {
  return ticket.categoryUnsure ? [line('The category is a guess; the helpdesk will check it.')] : [];
}
