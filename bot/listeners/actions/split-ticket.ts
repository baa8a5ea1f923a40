import { readReference } from '../../ui/reference.ts';
import { splitView } from '../../ui/split-view.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** "Report both separately": two tickets, and a confirmation of both in place of the first one. */
export async function splitTicket({ context, value, view, actor }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number, version } = readReference(value);
  const { tickets } = await context.client.splitTicket({ number, version, actor: await actor(role) });
  await showView({
    context,
    target: { how: 'update', viewId: view.id },
    view: splitView({ tickets, role, texts: context.texts }),
  });
}
