import { readReference } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** "Start work". */
export async function startTicket(click: Click): Promise<void> {
  const { role, number } = readReference(click.value);
  const actor = await click.actor(role);
  const ticket = await click.context.client.changeTicket({ number, actor, status: 'active' });
  await redraw({ click, ticket, role });
}
