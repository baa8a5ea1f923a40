import type { SummaryGroup } from '@campus-desk/contract';
import type { Texts } from '../../texts/texts.ts';

/** Tickets that are not closed of one place, or of several together. */
export type PlaceCount = { name: string; open: number; active: number };

type FewPlacesInput = { groups: SummaryGroup[]; max: number; texts: Texts };

/** The places with the most tickets, then all others together, and always last those of which no place is known. */
export function fewPlaces({ groups, max, texts }: FewPlacesInput): PlaceCount[] {
  const known = groups.flatMap(({ place, open, active }) =>
    place ? [{ name: place.name, open, active }] : [],
  );
  const others = known.slice(max);
  const isOneMore = others.length === 1;
  const sum = (status: 'open' | 'active') => others.reduce((total, count) => total + count[status], 0);
  const together = {
    name: texts.places.others({ count: others.length }),
    open: sum('open'),
    active: sum('active'),
  };
  return [
    ...known.slice(0, isOneMore ? max + 1 : max),
    ...(others.length > 1 ? [together] : []),
    unknownPlace({ groups, texts }),
  ];
}

/** The tickets of which no place is known. */
export function unknownPlace({ groups, texts }: Omit<FewPlacesInput, 'max'>): PlaceCount {
  const { open, active } = groups.find(({ place }) => !place) ?? { open: 0, active: 0 };
  return { name: texts.places.noPlace, open, active };
}

/** The tickets of a place. */
export function ticketsOf({ open, active }: PlaceCount): number {
  return open + active;
}

/** A name in few letters. */
export function shortName({ name }: PlaceCount, max: number): string {
  const letters = [...name];
  return letters.length <= max
    ? name
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
