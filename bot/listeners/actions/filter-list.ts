import { withCategory, withPlace, withStatus } from '../../ui/list-filters.ts';
import { type ListPage, readListPage } from '../../ui/page.ts';
import { readQueuePart, withPart } from '../../ui/queue-parts.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

type Filter = (input: { page: ListPage; value: string; userId: string }) => ListPage;

/** Whose tickets a list shows. */
export const filterByPart = filterList(({ page, value, userId }) =>
  withPart({ page, part: readQueuePart(value), userId }),
);

export const filterByStatus = filterList(withStatus);
export const filterByCategory = filterList(withCategory);
export const filterByPlace = filterList(withPlace);

/** A filter of a list was chosen: its tickets, from the first page, in the place of the list. */
function filterList(filter: Filter): ClickListener {
  return async ({ context, user, value, view }: Click) => {
    if (view === undefined) return;
    const page = filter({ page: readListPage(view.metadata), value, userId: user.id });
    await showPage({ context, target: { how: 'update', viewId: view.id }, page });
  };
}
