import { roleSchema } from '@campus-desk/contract';
import { entranceView } from '../../ui/entrance-view.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** "Enter as": the entrance shows what that role can do. */
export async function chooseRole({ context, user, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const role = roleSchema.parse(value);
  await context.checkRole({ id: user.id, role });
  const target = { how: 'update', viewId: view.id, hash: view.hash } as const;
  const { texts, commands } = context;
  await showView({ context, target, view: entranceView({ role, command: commands.ticket, texts }) });
}
