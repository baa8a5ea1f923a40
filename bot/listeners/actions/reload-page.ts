import { readPage } from '../../ui/page.ts';
import type { Click } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** "Try again" of a page that could not be drawn. */
export async function reloadPage({ context, view }: Click): Promise<void> {
  if (view === undefined) return;
  await showPage({ context, target: { how: 'update', viewId: view.id }, page: readPage(view.metadata) });
}
