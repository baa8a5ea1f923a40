import { readEntrance } from '../../ui/entrance-view.ts';
import { firstPage } from '../../ui/lists.ts';
import type { ListName } from '../../ui/page.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** A list button of the entrance: the list, on top of the entrance. */
export function openList(name: ListName): ClickListener {
  return async ({ context, user, view, triggerId }: Click) => {
    if (view === undefined) return;
    const page = firstPage({ name, role: readEntrance(view.metadata).role, userId: user.id });
    await showPage({ context, target: { how: 'push', triggerId }, page });
  };
}
