import { readReference } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** "Not a duplicate": the ticket is worked on by itself again. */
export async function undoDuplicate(click: Click): Promise<void> {
  const { role, number, version } = readReference(click.value);
  const actor = await click.actor(role);
  const ticket = await click.context.client.changeTicket({ number, actor, version, duplicateOf: null });
  await redraw({ click, ticket, role });
}
