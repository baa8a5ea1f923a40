import { type Person, type TicketList, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import type { ListPage } from './page.ts';
import { oneLine, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Names that one line has room for. */
const maxNames = 3;

type UnderstoodInput = { page: ListPage; list: TicketList; texts: Texts };

/** Under the number, the words and the place of a search: its other filters by their names, and what was typed where that was a slip. */
export function understoodLines({ page, list, texts }: UnderstoodInput): KnownBlock[] {
  if (page.name !== 'search') return [];
  const { typed, quoted } = texts.search.understood;
  const slips = (list.understood?.corrections ?? []).map(one => quoted({ word: one.typed })).join(', ');
  const parts = [...filtersIn({ page, list, texts }), ...(slips === '' ? [] : [typed({ words: slips })])];
  return parts.length === 0 ? [] : [remark(shorten({ text: parts.join(' · '), max: 1000 }))];
}

/** The words that are searched for, with slips corrected. */
export function searchedWords({ page, list }: Omit<UnderstoodInput, 'texts'>): string {
  return oneLine({ text: list.understood?.words ?? page.q ?? '', max: 200 });
}

function filtersIn({ page, list, texts }: UnderstoodInput): string[] {
  const { status, role, category, reporter, reporterName, assignee, assigneeName, unassigned } = page;
  const { reporters = [], assignees = [] } = list.understood ?? {};
  const { common, search, list: words } = texts;
  const { understood } = search;
  const names = (people: Person[]) => namesOf({ people, texts });
  const isUnclosed = [...status].sort().join() === [...unclosedStatuses].sort().join();
  const statuses = isUnclosed ? words.unclosed : status.map(one => common.status[one]).join(', ');
  return [
    ...(status.length >= visibleStatuses[role].length ? [] : [statuses]),
    ...(category === undefined ? [] : [common.category[category]]),
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
