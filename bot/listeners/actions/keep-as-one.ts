import { filedView } from '../../ui/filed-view.ts';
import { readReference } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { emergencyOf } from '../handling/emergency.ts';
import { showView } from '../handling/show-view.ts';

/** "Keep as one": the confirmation asks for the category instead. */
export async function keepAsOne({ context, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number } = readReference(value);
  const ticket = await context.client.getTicket({ number, role });
  const cardPlace = ticket.source === null ? 'direct messages' : undefined;
  const emergency = await emergencyOf({ context, ticket });
  await showView({
    context,
    target: { how: 'update', viewId: view.id },
    view: filedView({
      texts: context.texts,
      ticket,
      role,
      command: context.commands.ticket,
      cardPlace,
      emergency,
    }),
  });
}
