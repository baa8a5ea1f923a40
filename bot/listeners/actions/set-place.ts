import { readPlaceName } from '../../ui/place-select.ts';
import { readPlaceChoice } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';

/** The "Place" select of the ticket modal. */
export async function setPlace(click: Click): Promise<void> {
  const { role, number, version, place } = readPlaceChoice(click.value);
  const change = { number, actor: await click.actor(role), version, place: readPlaceName(place) };
  await redraw({ click, ticket: await click.context.client.changeTicket(change), role });
}
