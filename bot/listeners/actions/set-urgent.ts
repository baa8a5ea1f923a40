import { readReference } from '../../ui/reference.ts';
import type { ClickListener } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** "Mark urgent" and "Not urgent". */
export function setUrgent(urgent: boolean): ClickListener {
  return async click => {
    const { role, number } = readReference(click.value);
    const actor = await click.actor(role);
    const ticket = await click.context.client.changeTicket({ number, actor, urgent });
    await redraw({ click, ticket, role });
  };
}
