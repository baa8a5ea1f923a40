import type { Move, TicketList } from '@campus-desk/contract';
import type { Button, KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { listFilters } from './list-filters.ts';
import { modal } from './modal.ts';
import { type ListName, type ListPage, pageTitle, writePage } from './page.ts';
import { partOf } from './queue-parts.ts';
import { oneLine } from './text.ts';
import { textsIn } from './texts/texts.ts';
import { ticketEntry } from './ticket-entry.ts';

/** Tickets on one page of a list. */
export const pageSize = 10;

type ListViewInput = { page: ListPage; list: TicketList; places?: string[]; now: number };

/** One page of a list of tickets, with its filters, each ticket with a "View" button. */
export function listView({ page, list, places = [], now }: ListViewInput): ModalView {
  return modal({
    title: pageTitle({ page, texts: textsIn('en') }),
    callbackId: ids.page.view,
    metadata: writeListPage({ page, list }),
    blocks: [
      line(summary({ page, list, size: pageSize })),
      ...listFilters({ page: { ...page, ...placeNamed({ page, list }) }, places }),
      ...list.tickets.map(ticket => ticketEntry({ ticket, role: page.role, now })),
      ...turning({ page, list }),
    ],
  });
}

type ListInput = { page: ListPage; list: TicketList };

/** A page with where the next one begins, as the metadata of its view. */
export function writeListPage({ page, list }: ListInput): string {
  return writePage({ ...page, ...(list.nextCursor === null ? {} : { next: list.nextCursor }) });
}

/** How many tickets there are, and which page this is; `size` is how many stand on one. */
export function summary({ page, list, size }: ListInput & { size: number }): string {
  const words = page.q === undefined ? '' : ` for “${oneLine({ text: page.q, max: 200 })}”`;
  const { place } = placeNamed({ page, list });
  const found = `${words}${place === undefined ? '' : `, place: ${oneLine({ text: place, max: 100 })}`}`;
  if (list.total === 0) return `${emptyWords(page)}${found}.`;
  if (list.totalIsMore) return `More than ${list.total} tickets${found}, page ${page.at}`;
  const pages = Math.ceil(list.total / size);
  const tickets = list.total === 1 ? '1 ticket' : `${list.total} tickets`;
  return pages <= 1
    ? `${tickets}${found}`
    : `${tickets}${found}, page ${page.at} of ${Math.max(pages, page.at)}`;
}

/** The place of a list by its name in the campus file, which the tickets say; an alias may have been typed. */
function placeNamed({ page: { place }, list: { tickets } }: ListInput): { place?: string } {
  return place === undefined ? {} : { place: tickets[0]?.place?.name ?? place };
}

function emptyWords(page: ListPage): string {
  const { name, role, move, category, place } = page;
  const part = partOf(page);
  if (category !== undefined || (place !== undefined && name !== 'search')) return 'No such tickets';
  if (move !== undefined) return emptyPart[move];
  if (part === 'unassigned') return 'Every ticket has somebody working on it';
  return part === 'mine' ? emptyMine[role] : empty[name];
}

const emptyPart: Record<Move, string> = {
  helpdesk: 'Nothing is waiting for us',
  reporter: 'Nothing is waiting for a reporter',
};

const emptyMine = {
  user: 'You have no open or active tickets',
  helpdesk: 'Nothing open or active is assigned to you',
};

const empty: Record<ListName, string> = {
  all: 'No tickets yet',
  mine: emptyMine.user,
  queue: 'The queue is empty: nothing is open or active',
  open: 'No open tickets',
  active: 'No active tickets',
  closed: 'No closed tickets',
  search: 'Nothing found',
};

function turning({ page, list }: ListInput): KnownBlock[] {
  const turns = { next: ids.list.next, previous: ids.list.previous };
  const elements = [
    ...turnButtons({ page, list, turns }),
    ...(list.tickets.length === 0
      ? []
      : [button({ text: 'CSV', actionId: ids.list.csv, label: 'Send me this list as CSV' })]),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: `turn.${page.at}`, elements }];
}

type TurnButtonsInput = ListInput & { turns: { next: string; previous: string } };

/** "Previous" and "Next", where there is such a page. */
export function turnButtons({ page, list, turns }: TurnButtonsInput): Button[] {
  return [
    ...(page.at > 1 ? [button({ text: 'Previous', actionId: turns.previous })] : []),
    ...(list.nextCursor === null ? [] : [button({ text: 'Next', actionId: turns.next })]),
  ];
}
