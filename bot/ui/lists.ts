import { type Role, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { ListName, ListPage } from './page.ts';

type FirstPageInput = {
  name: ListName;
  role: Role;
  /** Who asks. */
  userId: string;
};

type SearchPageInput = {
  role: Role;
  /** Who asks. */
  userId: string;
  search: Search;
};

/** What a search asks for: words, filters, or both; people by their names as they were typed. */
export type Search = Partial<Pick<ListPage, 'q' | 'status' | 'category' | 'place'>> & {
  from?: 'me' | { name: string };
  assignee?: 'me' | 'nobody' | { name: string };
};

/** The first page of what is searched for; `me` is who asks, and `nobody` works on what is unassigned. */
export function searchPage({ role, userId, search }: SearchPageInput): ListPage {
  const { from, assignee, ...filters } = search;
  return {
    ...firstPage({ name: 'search', role, userId }),
    ...filters,
    ...(from !== undefined && (from === 'me' ? { reporter: userId } : { reporterName: from.name })),
    ...(assignee !== undefined && assignedTo({ assignee, userId })),
  };
}

type AssignedToInput = { assignee: NonNullable<Search['assignee']>; userId: string };

function assignedTo({ assignee, userId }: AssignedToInput): Partial<ListPage> {
  if (assignee === 'nobody') return { unassigned: 'true' };
  return assignee === 'me' ? { assignee: userId } : { assigneeName: assignee.name };
}

/** The first page of a list; "mine" are the tickets a user has reported or follows, and those helpdesk has assigned to them. */
export function firstPage({ name, role, userId }: FirstPageInput): ListPage {
  const page: ListPage = { page: 'list', name, role, status: [...visibleStatuses[role]], back: [], at: 1 };
  const own = role === 'helpdesk' ? { assignee: userId } : { told: userId };
  if (name === 'mine') return { ...page, status: [...unclosedStatuses], ...own };
  if (name === 'queue') return { ...page, status: [...unclosedStatuses], sort: 'urgent' };
  if (name === 'search' || name === 'all') return page;
  return { ...page, status: [name] };
}
