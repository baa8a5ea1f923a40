import { type Move, type Role, statusNames, type Ticket, type TicketList } from '@campus-desk/contract';
import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { formatMove } from './format-move.ts';
import { modal } from './modal.ts';
import { type ListName, type ListPage, pageTitle, writePage } from './page.ts';
import { queueParts } from './queue-parts.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import { categoryOf } from './ticket-facts.ts';

/** Tickets on one page of a list. */
export const pageSize = 10;

/** One page of a list of tickets, each with a "View" button. */
export function listView({ page, list }: { page: ListPage; list: TicketList }): ModalView {
  const here: ListPage = { ...page, ...(list.nextCursor === null ? {} : { next: list.nextCursor }) };
  return modal({
    title: pageTitle(page),
    callbackId: ids.page.view,
    metadata: writePage(here),
    blocks: [
      line(summary({ page, list })),
      ...queueParts(page),
      ...list.tickets.map(ticket => entry({ ticket, role: page.role })),
      ...turning({ page, list }),
    ],
  });
}

function entry({ ticket, role }: { ticket: Ticket; role: Role }): SectionBlock {
  const { number, version } = ticket;
  const move = formatMove(ticket);
  const facts = [
    `#${number}`,
    statusNames[ticket.status],
    categoryOf(ticket),
    ...(move === undefined ? [] : [move]),
  ];
  const where = [ticket.reporter.name, ticket.location ?? '']
    .filter(part => part !== '')
    .map(text => oneLine({ text, max: 80 }))
    .join(' · ');
  return {
    type: 'section',
    block_id: `ticket.${number}`,
    text: plain(
      `${facts.map(text => oneLine({ text, max: 80 })).join(' · ')}\n${oneLine({ text: ticket.description, max: 200 })}\n${where}`,
    ),
    accessory: button({
      text: 'View',
      actionId: ids.ticket.view,
      value: writeReference({ role, number, version }),
      label: `View ticket #${number}`,
    }),
  };
}

function summary({ page, list }: { page: ListPage; list: TicketList }): string {
  const found = page.q === undefined ? '' : ` for “${oneLine({ text: page.q, max: 200 })}”`;
  if (list.total === 0) return `${emptyWords(page)}${found}.`;
  if (list.totalIsMore) return `More than ${list.total} tickets${found}, page ${page.at}`;
  const pages = Math.ceil(list.total / pageSize);
  const tickets = list.total === 1 ? '1 ticket' : `${list.total} tickets`;
  return pages <= 1
    ? `${tickets}${found}`
    : `${tickets}${found}, page ${page.at} of ${Math.max(pages, page.at)}`;
}

function emptyWords({ name, role, move }: ListPage): string {
  if (name === 'queue' && move !== undefined) return emptyPart[move];
  return name === 'mine' && role === 'helpdesk' ? 'Nothing open or active is assigned to you' : empty[name];
}

const emptyPart: Record<Move, string> = {
  helpdesk: 'Nothing is waiting for us',
  reporter: 'Nothing is waiting for a reporter',
};

const empty: Record<ListName, string> = {
  all: 'No tickets yet',
  mine: 'You have no open or active tickets',
  queue: 'The queue is empty: nothing is open or active',
  open: 'No open tickets',
  active: 'No active tickets',
  closed: 'No closed tickets',
  search: 'Nothing found',
};

function turning({ page, list }: { page: ListPage; list: TicketList }): KnownBlock[] {
  const elements = [
    ...(page.at > 1 ? [button({ text: 'Previous', actionId: ids.list.previous })] : []),
    ...(list.nextCursor === null ? [] : [button({ text: 'Next', actionId: ids.list.next })]),
    ...(list.tickets.length === 0
      ? []
      : [button({ text: 'CSV', actionId: ids.list.csv, label: 'Send me this list as CSV' })]),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: `turn.${page.at}`, elements }];
}
