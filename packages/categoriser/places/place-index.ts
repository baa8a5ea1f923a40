import { foldPlaceName, placeWords } from './place-words.ts';

/** A place of the campus as its file describes it. */
export type Place = { name: string; aliases: readonly string[]; rooms: readonly string[] };

/**
 * What a form of the file means: the places that it names, and those that have such a room, with the room's name. The name of
 * one place is no alias of another.
 */
export type Meaning = {
  named: Set<Place>;
  rooms: Map<Place, string>;
  /** All of these. */
  places: Set<Place>;
  /** As the file writes it, each way. */
  written: Set<string>;
};

/** Where the words that were read so far lead to. */
export type Node = { next: Map<string, Node>; meaning: Meaning | undefined };

/** Every name, alias and room, word by word, so that a text is compared with thousands of places in one go. */
export function indexPlaces(places: readonly Place[]): Node {
  const root: Node = { next: new Map(), meaning: undefined };
  for (const place of places) meaningOf({ root, place, form: place.name })?.named.add(place);
  const names = new Set(places.map(({ name }) => foldPlaceName(name)));
  for (const place of places) {
    for (const form of place.aliases)
      if (!names.has(foldPlaceName(form))) meaningOf({ root, place, form })?.named.add(place);
    for (const room of place.rooms) meaningOf({ root, place, form: room })?.rooms.set(place, room);
  }
  return root;
}

type MeaningOfInput = { root: Node; place: Place; form: string };

/** The meaning of a form, with the place in it; undefined for one without letters and numbers. */
function meaningOf({ root, place, form }: MeaningOfInput): Meaning | undefined {
  const words = placeWords(form);
  if (words.length === 0) return undefined;
  let node = root;
  for (const { folded } of words) {
    const known = node.next.get(folded) ?? { next: new Map(), meaning: undefined };
    node.next.set(folded, known);
    node = known;
  }
  node.meaning ??= { named: new Set(), rooms: new Map(), places: new Set(), written: new Set() };
  node.meaning.places.add(place);
  node.meaning.written.add(words.map(({ written }) => written).join(' '));
  return node.meaning;
}
