import { readChoice } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** The "Category" select, and the three choices while the category is a guess. */
export async function setCategory(click: Click): Promise<void> {
  const { role, number, version, category } = readChoice(click.value);
  const actor = await click.actor(role);
  const ticket = await click.context.client.changeTicket({ number, actor, version, category });
  await redraw({ click, ticket, role });
}
