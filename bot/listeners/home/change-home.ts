import { roleSchema } from '@campus-desk/contract';
import { withCategory } from '../../ui/list-filters.ts';
import { firstPage } from '../../ui/lists.ts';
import { type ListPage, nextPage, previousPage, readListPage } from '../../ui/page.ts';
import { readQueuePart, withPart } from '../../ui/queue-parts.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { ownTickets } from './homes.ts';

/** "Enter as" of the Home tab: one's own tickets, or helpdesk's queue. */
export async function enterHome({ context, user, value, view }: Click): Promise<void> {
  const role = roleSchema.parse(value);
  await context.checkRole({ id: user.id, role });
  const page = role === 'user' ? ownTickets(user.id) : firstPage({ name: 'queue', role, userId: user.id });
  await context.homes.show({ userId: user.id, page, hash: view?.hash });
}

/** Which part of the queue the Home tab shows. */
export const choosePart = changeHome(({ page, value, userId }) =>
  withPart({ page, part: readQueuePart(value), userId }),
);
export const chooseCategory = changeHome(withCategory);
export const nextOfHome = changeHome(({ page }) => nextPage(page));
export const previousOfHome = changeHome(({ page }) => previousPage(page));
export const reloadHome = changeHome(({ page }) => page);

/** "Report a problem" of the Home tab. */
export async function reportFromHome({ context, user, view, triggerId }: Click): Promise<void> {
  if (view === undefined) return;
  const { role } = readListPage(view.metadata);
  const target = { how: 'open', triggerId } as const;
  await openFilingForm({ context, target, userId: user.id, filing: { role } });
}

type Change = (input: { page: ListPage; value: string; userId: string }) => ListPage;

function changeHome(change: Change): ClickListener {
  return async ({ context, user, value, view }) => {
    if (view === undefined) return;
    const page = change({ page: readListPage(view.metadata), value, userId: user.id });
    await context.homes.show({ userId: user.id, page, hash: view.hash });
  };
}
