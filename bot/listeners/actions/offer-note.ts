import { readReference } from '../../ui/reference.ts';
import type { ClickListener } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** "Offer as answer" and "Stop offering": whether a closing note answers who reports the same. */
export function offerNote(answersOthers: boolean): ClickListener {
  return async click => {
    const { role, number } = readReference(click.value);
    const actor = await click.actor(role);
    const ticket = await click.context.client.changeTicket({ number, actor, answersOthers });
    await redraw({ click, ticket, role });
  };
}
