import type { Role, Status } from '@campus-desk/contract';
import type { ListName, ListPage } from './page.ts';

/** What each role sees when it names no status. */
const everything: Record<Role, Status[]> = {
  user: ['open', 'active'],
  helpdesk: ['open', 'active', 'closed'],
};

type FirstPageInput = { name: ListName; role: Role; reporter: string; q?: string };

/** The first page of a list; `reporter` is who asks, for his own tickets. */
export function firstPage({ name, role, reporter, q }: FirstPageInput): ListPage {
  const page = { page: 'list', name, role, status: everything[role], back: [], at: 1 } as const;
  if (name === 'mine') return { ...page, status: ['open', 'active'], reporter, back: [] };
  if (name === 'queue') return { ...page, status: ['open', 'active'], sort: 'openedAt', back: [] };
  if (name === 'search') return { ...page, q: q ?? '', back: [] };
  if (name === 'all') return { ...page, back: [] };
  return { ...page, status: [name], back: [] };
}
