import { createPlaceFinder, type PlaceFinder } from '@campus-desk/categoriser';
import type { Campus } from '@campus-desk/contract';

/** Finds the places of the campus file as it is now; what is asked of it is read once a file. */
export function placesOf(campus: () => Campus): () => PlaceFinder {
  let { places } = campus();
  let finder = createPlaceFinder(places);
  return () => {
    const now = campus().places;
    if (now === places) return finder;
    places = now;
    finder = createPlaceFinder(places);
    return finder;
  };
}

type Words = Parameters<PlaceFinder['find']>[0];

/** Says the place that a ticket names, by its name in this campus file; null where it names none. */
export function placeOfTickets({ places }: Campus): (ticket: Words) => string | null {
  const finder = createPlaceFinder(places);
  return ticket => finder.find(ticket)?.name ?? null;
}
