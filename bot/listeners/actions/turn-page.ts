import { type ListPage, nextPage, previousPage, readListPage } from '../../ui/page.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** "Next" and "Previous" of a list, in its place. */
export function turnPage(direction: 'next' | 'previous'): ClickListener {
  return async ({ context, view }: Click) => {
    if (view === undefined) return;
    const target = { how: 'update', viewId: view.id } as const;
    await showPage({ context, target, page: turns[direction](readListPage(view.metadata)) });
  };
}

const turns: Record<'next' | 'previous', (page: ListPage) => ListPage> = {
  next: nextPage,
  previous: previousPage,
};
