import { type Role, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { ListName, ListPage } from './page.ts';

type FirstPageInput = {
  name: ListName;
  role: Role;
  /** Who asks. */
  userId: string;
  q?: string;
  place?: string;
};

/** The first page of a list; "mine" are the tickets a user has reported or follows, and those helpdesk has assigned to them. */
export function firstPage({ name, role, userId, q, place }: FirstPageInput): ListPage {
  const page: ListPage = { page: 'list', name, role, status: [...visibleStatuses[role]], back: [], at: 1 };
  const own = role === 'helpdesk' ? { assignee: userId } : { told: userId };
  if (name === 'mine') return { ...page, status: [...unclosedStatuses], ...own };
  if (name === 'queue') return { ...page, status: [...unclosedStatuses], sort: 'urgent' };
  if (name === 'search') return { ...page, ...(q && { q }), ...(place && { place }) };
  if (name === 'all') return page;
  return { ...page, status: [name] };
}
