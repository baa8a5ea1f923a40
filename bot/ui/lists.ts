import { type Role, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { ListName, ListPage } from './page.ts';

type FirstPageInput = { name: ListName; role: Role; reporter: string; q?: string };

/** The first page of a list; `reporter` is who asks, for their own tickets. */
export function firstPage({ name, role, reporter, q }: FirstPageInput): ListPage {
  const page: ListPage = { page: 'list', name, role, status: [...visibleStatuses[role]], back: [], at: 1 };
  if (name === 'mine') return { ...page, status: [...unclosedStatuses], reporter };
  if (name === 'queue') return { ...page, status: [...unclosedStatuses], sort: 'openedAt' };
  if (name === 'search') return { ...page, q: q ?? '' };
  if (name === 'all') return page;
  return { ...page, status: [name] };
}
