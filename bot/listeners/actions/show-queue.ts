import { firstPage } from '../../ui/lists.ts';
import { readListPage } from '../../ui/page.ts';
import { readQueuePart } from '../../ui/queue-parts.ts';
import type { Click } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** The select of the queue: its tickets that wait for one side, or all, from the first page. */
export async function showQueue({ context, user, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const { role } = readListPage(view.metadata);
  const { move } = readQueuePart(value);
  const page = { ...firstPage({ name: 'queue', role, userId: user.id }), move };
  await showPage({ context, target: { how: 'update', viewId: view.id }, page });
}
