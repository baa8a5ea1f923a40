import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, plain, remark } from './elements.ts';
import { formatAge } from './format-age.ts';
import { formatMove } from './format-move.ts';
import { formatName } from './format-name.ts';
import type { ListPage } from './page.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { categoryOf, formatPeople, formatUrgency, placeBesides } from './ticket-facts.ts';

type TicketEntryInput = { ticket: Ticket; page: ListPage; now: number; texts: Texts };

/** A ticket in a list: its number, status and words with "View", and small below them what else helps to choose. */
export function ticketEntry({ ticket, page, now, texts }: TicketEntryInput): KnownBlock[] {
  const { list, common } = texts;
  const { role, told } = page;
  const { number, version, status, assignee, duplicateOf } = ticket;
  const state = [`#${number}`, formatUrgency({ ticket, texts }) ?? '', common.status[status]];
  const isOwn = told === ticket.reporter.id;
  const words = oneLine({ text: ticket.description, max: 200 });
  const kind = [
    categoryOf({ ticket, texts }),
    status === 'closed' ? '' : formatAge({ from: ticket.openedAt, now, texts }) || list.new,
    duplicateOf === null ? '' : list.duplicate({ number: duplicateOf }),
    formatPeople({ ticket, texts }) ?? '',
    told === undefined || isOwn ? '' : list.followed,
  ];
  const people = [
    ticket.location ?? '',
    placeBesides(ticket) ?? '',
    isOwn ? '' : formatName({ person: ticket.reporter, texts }),
    formatMove({ ticket, texts }) ?? '',
    assignee === null ? '' : list.assigned({ name: formatName({ person: assignee, texts }) }),
  ];
  return [
    {
      type: 'section',
      block_id: `ticket.${number}`,
      text: plain(`${inOneLine(state)}\n${words}`),
      accessory: button({
        text: list.view,
        actionId: ids.ticket.view,
        value: writeReference({ role, number, version }),
        label: common.viewTicketNumber({ number }),
      }),
    },
    remark(`${inOneLine(kind)}\n${inOneLine(people)}`),
  ];
}

function inOneLine(parts: string[]): string {
  return parts
    .filter(part => part !== '')
    .map(text => oneLine({ text, max: 80 }))
    .join(' · ');
}
