import { type Person, type TicketList, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import type { ListPage } from './page.ts';
import { oneLine, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Names that one line has room for. */
const maxNames = 3;

type UnderstoodInput = { page: ListPage; list: TicketList; texts: Texts };

/** Above what a search found, how it was understood: its filters by their names, and the slips that were corrected. */
export function understoodLines({ page, list, texts }: UnderstoodInput): KnownBlock[] {
  if (page.name !== 'search') return [];
  const { understood } = texts.search;
  const filters = filtersIn({ page, list, texts });
  const corrections = list.understood?.corrections ?? [];
  const words = (page.q ?? '')
    .split(/\s+/)
    .map(word => corrections.find(({ typed }) => typed === word.toLowerCase())?.word ?? word)
    .join(' ');
  const searched = words === '' ? [] : [understood.words({ words: oneLine({ text: words, max: 200 }) })];
  const quoted = (all: string[]) => all.map(word => understood.quoted({ word })).join(', ');
  const corrected = understood.corrected({
    meant: quoted(corrections.map(({ word }) => word)),
    typed: quoted(corrections.map(({ typed }) => typed)),
  });
  return [
    ...(filters.length === 0
      ? []
      : [remark(shorten({ text: [...filters, ...searched].join(' · '), max: 1000 }))]),
    ...(corrections.length === 0 ? [] : [remark(corrected)]),
  ];
}

function filtersIn({ page, list, texts }: UnderstoodInput): string[] {
  const { status, role, category, place, reporter, reporterName, assignee, assigneeName, unassigned } = page;
  const { reporters = [], assignees = [] } = list.understood ?? {};
  const { common, search, list: words } = texts;
  const { understood } = search;
  const names = (people: Person[]) => namesOf({ people, texts });
  const isUnclosed = [...status].sort().join() === [...unclosedStatuses].sort().join();
  const statuses = isUnclosed ? words.unclosed : status.map(one => common.status[one]).join(', ');
  return [
    ...(status.length >= visibleStatuses[role].length ? [] : [statuses]),
    ...(category === undefined ? [] : [common.category[category]]),
    ...(place === undefined ? [] : [list.tickets[0]?.place?.name ?? place]),
    ...(reporterName === undefined ? [] : [understood.from({ names: names(reporters) })]),
    ...(reporter === undefined ? [] : [understood.fromMe]),
    ...(assigneeName === undefined ? [] : [understood.assignedTo({ names: names(assignees) })]),
    ...(assignee === undefined ? [] : [understood.assignedToMe]),
    ...(unassigned === undefined ? [] : [understood.assignedToNobody]),
  ];
}

function namesOf({ people, texts }: { people: Person[]; texts: Texts }): string {
  const { more, or } = texts.search.understood;
  const shown = people.slice(0, maxNames).map(({ name }) => name);
  const last = shown.at(-1) ?? '';
  if (people.length > maxNames) return more({ names: shown.join(', '), count: people.length - maxNames });
  return shown.length < 2 ? last : or({ names: shown.slice(0, -1).join(', '), last });
}
