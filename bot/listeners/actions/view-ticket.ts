import { readReference } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** "View": the ticket, on top of the list; from a message or the Home tab in a modal of its own. */
export async function viewTicket({ context, user, value, view, triggerId }: Click): Promise<void> {
  const { role, number } = readReference(value);
  await context.checkRole({ id: user.id, role });
  const how = view === undefined || view.isHome ? 'open' : 'push';
  await showPage({ context, target: { how, triggerId }, page: { page: 'ticket', role, number } });
}

/** Back to the ticket, from what stands in its place. */
export async function backToTicket({ context, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number } = readReference(value);
  const target = { how: 'update', viewId: view.id } as const;
  await showPage({ context, target, page: { page: 'ticket', role, number } });
}
