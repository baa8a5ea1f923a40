import type { TicketList } from '@campus-desk/contract';
import type { Button, KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { listFilters } from './list-filters.ts';
import { modal } from './modal.ts';
import { type ListPage, pageTitle, writePage } from './page.ts';
import { partOf } from './queue-parts.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { ticketEntry } from './ticket-entry.ts';
import { searchedWords, understoodLines } from './understood-line.ts';

/** Tickets on one page of a list. */
export const pageSize = 10;

type ListViewInput = ListInput & { places?: string[]; now: number };

/** One page of a list of tickets, with its filters, each ticket with a "View" button. */
export function listView({ page, list, places = [], now, texts }: ListViewInput): ModalView {
  return modal({
    title: pageTitle({ page, texts }),
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writeListPage({ page, list }),
    blocks: [
      line(summary({ page, list, size: pageSize, texts })),
      ...understoodLines({ page, list, texts }),
      ...listFilters({ page: { ...page, ...placeNamed({ page, list }) }, places, texts }),
      ...list.tickets.flatMap(ticket => ticketEntry({ ticket, page, now, texts })),
      ...turning({ page, list, texts }),
    ],
  });
}

type ListInput = { page: ListPage; list: TicketList; texts: Texts };

/** A page with where the next one begins, as the metadata of its view. */
export function writeListPage({ page, list }: Omit<ListInput, 'texts'>): string {
  return writePage({ ...page, ...(list.nextCursor === null ? {} : { next: list.nextCursor }) });
}

/** How many tickets there are, and which page this is; `size` is how many stand on one. */
export function summary({ page, list, size, texts }: ListInput & { size: number }): string {
  const { list: words } = texts;
  const { total, totalIsMore } = list;
  const what = found({ page, list, texts, what: count({ page, list, texts }) });
  if (total === 0) return `${what}.`;
  const { at } = page;
  if (totalIsMore) return words.onPage({ what, at });
  const pages = Math.ceil(total / size);
  return pages <= 1 ? what : words.onPageOf({ what, at, pages: Math.max(pages, at) });
}

function count({ page, list: { total, totalIsMore }, texts }: ListInput): string {
  if (total === 0) return emptyWords({ page, texts });
  return totalIsMore ? texts.list.moreThan({ count: total }) : texts.list.tickets({ count: total });
}

/** With the words and the place that were asked for. */
function found({ page, list, texts, what }: ListInput & { what: string }): string {
  const { forWords, inPlace } = texts.list;
  const { place } = placeNamed({ page, list });
  const named = page.q === undefined ? what : forWords({ what, words: searchedWords({ page, list }) });
  return place === undefined ? named : inPlace({ what: named, place: oneLine({ text: place, max: 100 }) });
}

/** The place of a list by its name in the campus file, which the tickets say; an alias may have been typed. */
function placeNamed({ page: { place }, list: { tickets } }: Omit<ListInput, 'texts'>): { place?: string } {
  return place === undefined ? {} : { place: tickets[0]?.place?.name ?? place };
}

function emptyWords({ page, texts }: Omit<ListInput, 'list'>): string {
  const { empty } = texts.list;
  const { name, role, move, category, place } = page;
  const part = partOf(page);
  if (name === 'search') return empty.search;
  if (category !== undefined || place !== undefined) return empty.filtered;
  if (move !== undefined) return empty[move];
  if (part === 'unassigned') return empty.unassigned;
  if (part !== 'mine') return empty[name];
  return role === 'helpdesk' ? empty.assigned : empty.mine;
}

function turning({ page, list, texts }: ListInput): KnownBlock[] {
  const turns = { next: ids.list.next, previous: ids.list.previous };
  const elements = [
    ...turnButtons({ page, list, turns, texts }),
    ...(list.tickets.length === 0
      ? []
      : [button({ text: 'CSV', actionId: ids.list.csv, label: texts.list.csv.label })]),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: `turn.${page.at}`, elements }];
}

type TurnButtonsInput = ListInput & { turns: { next: string; previous: string } };

/** "Previous" and "Next", where there is such a page. */
export function turnButtons({ page, list, turns, texts }: TurnButtonsInput): Button[] {
  return [
    ...(page.at > 1 ? [button({ text: texts.list.previous, actionId: turns.previous })] : []),
    ...(list.nextCursor === null ? [] : [button({ text: texts.list.next, actionId: turns.next })]),
  ];
}
