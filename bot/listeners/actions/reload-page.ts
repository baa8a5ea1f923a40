import { readPage } from '../../ui/page.ts';
import type { Click } from '../click.ts';
import { showPage } from '../show-view.ts';

/** "Try again" of a page that could not be drawn. */
export async function reloadPage({ desk, view }: Click): Promise<void> {
  if (view === undefined) return;
  await showPage({ desk, place: { how: 'update', viewId: view.id }, page: readPage(view.metadata) });
}
