import type { PlaceFinder } from '@campus-desk/categoriser';
import { type ChangeTicket, invalid } from '@campus-desk/contract';
import type { TicketRow } from './ticket-row.ts';

/** Places that a refusal names; of more it says how many. */
const maxNamed = 20;

type RecognisedPlaceInput = { finder: PlaceFinder; ticket: Pick<TicketRow, 'description' | 'location'> };

/** The place columns of a ticket as its words fill them. */
export function recognisedPlace({ finder, ticket }: RecognisedPlaceInput) {
  return { place: finder.find(ticket)?.name ?? null };
}

type PlaceByHandInput = {
  finder: PlaceFinder;
  place: NonNullable<ChangeTicket['place']> | null;
  before: string | null;
};

/**
 * The place columns when a person has chosen; throws `validation_failed` for a place that is not in the campus file, unless
 * the ticket has it already from an earlier one.
 */
export function placeByHand({ finder, place, before }: PlaceByHandInput) {
  if (place === null) return { place, placeByHand: true };
  const name = finder.nameOf(place.name) ?? (place.name === before ? before : undefined);
  if (name === undefined) throw noPlace({ finder, called: place.name });
  return { place: name, placeByHand: true };
}

/** What is thrown where no place of the campus file is called so; it says which there are. */
export function noPlace({ finder: { names }, called }: { finder: PlaceFinder; called: string }) {
  const more = names.length - maxNamed;
  const known =
    names.length === 0
      ? 'The campus file has no places yet.'
      : `There are: ${names.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  return invalid({
    path: 'place',
    message: `There is no place “${called}”. ${known}`,
    reason: 'no_place',
    values: { place: called },
  });
}
