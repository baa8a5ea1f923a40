import { findMentions, type Mention } from './find-mentions.ts';
import { indexPlaces, type Place } from './place-index.ts';
import { type PlaceWord, placeWords } from './place-words.ts';
import { floorWords, linkWords, partWords, roomWords } from './telling-words.ts';

/** A place by its name in the campus file, and its room where exactly one is named. */
type FoundPlace = { name: string; room: string | null };

export type PlaceFinder = {
  /** The place of a ticket; null where none is named, or more than one as likely. */
  find: (ticket: { description: string; location: string | null }) => FoundPlace | null;
  /** The name of the place that is called so, by its name, else by an alias of its own; undefined where none is. */
  nameOf: (called: string) => string | undefined;
  /** All names, in the order of the file. */
  names: readonly string[];
};

/** Finds the places of a campus file in what people write, in any form that the file has for them. */
export function createPlaceFinder(places: readonly Place[]): PlaceFinder {
  const index = indexPlaces(places);
  const names = places.map(({ name }) => name);
  const known = new Set(names);
  return {
    names,
    find({ description, location }) {
      const there = readText({ text: location ?? '', isLocation: true });
      const described = readText({ text: description, isLocation: false });
      const place = onlyOne(there.places) ?? whereUnsaid({ there, described: described.places });
      if (place === undefined) return null;
      return { name: place.name, room: roomIn(there, place) ?? roomIn(described, place) ?? null };
    },
    nameOf(called) {
      if (known.has(called)) return called;
      let node: typeof index | undefined = index;
      for (const { folded } of placeWords(called)) node = node?.next.get(folded);
      return onlyOne(node?.meaning?.named)?.name;
    },
  };

  function readText({ text, isLocation }: { text: string; isLocation: boolean }): Read {
    const { words, mentions: found } = findMentions({ index, text, isLocation });
    const names = found.filter(isName);
    const mentions = found.filter(mention => !mention.isUnsure || isAddressed({ words, mention, names }));
    return { mentions, places: likelyPlaces({ words, mentions }), isOpen: words.every(isPartOfPlace) };
  }
}

/**
 * What a text says: the places it may mean, all as likely; undefined where it names none. It is open where its words say
 * nothing but floors, rooms and the like.
 */
type Read = { mentions: Mention[]; places: Set<Place> | undefined; isOpen: boolean };

/**
 * The place of the text where the location leaves it open, or may be several of which the text names one. A location
 * that is not in the file is another place.
 */
function whereUnsaid({ there, described }: { there: Read; described: Read['places'] }) {
  if (there.places === undefined) return there.isOpen ? onlyOne(described) : undefined;
  return onlyOne(described ? both(there.places, described) : there.places);
}

function isPartOfPlace(word: PlaceWord): boolean {
  return isOfAddress(word) || partWords.has(word.folded);
}

/** The places that are as likely after all mentions; names count before rooms that several places have. */
function likelyPlaces({ words, mentions }: { words: PlaceWord[]; mentions: Mention[] }): Read['places'] {
  if (mentions.length === 0) return undefined;
  const names = mentions.filter(isName);
  const named = new Set(names.flatMap(({ meaning }) => [...meaning.named]));
  const open = mentions.filter(mention => !isName(mention));
  // Its own room that the file does not list speaks against no place: "library, room 9".
  const apart = open.filter(mention => named.size !== 1 || !isAddressed({ words, mention, names }));
  const [first, ...others] = new Set(apart.map(({ meaning }) => meaning.places));
  if (first === undefined) return named;
  const fitting = others.reduce(both, first);
  return named.size === 0 ? fitting : both(named, fitting);
}

function isName({ meaning: { named, rooms } }: Mention): boolean {
  return named.size === 1 && rooms.size === 0;
}

type IsAddressedInput = { words: PlaceWord[]; mention: Mention; names: Mention[] };

/** Whether a room stands beside a name, as in "library, room 2.14" and "2.14 in the library". */
function isAddressed({ words, mention, names }: IsAddressedInput): boolean {
  return names.some(name => {
    const [left, right] = name.from < mention.from ? [name, mention] : [mention, name];
    if (right.from - left.to > maxBetween) return false;
    return words.slice(left.to, right.from).every(isOfAddress);
  });
}

/** "library, 2nd floor, room 2.14" */
const maxBetween = 4;

function isOfAddress({ folded }: PlaceWord): boolean {
  return [linkWords, roomWords, floorWords].some(words => words.has(folded)) || /^\d/.test(folded);
}

/** The room of a place that a text names, where it is one. */
function roomIn({ mentions }: Read, place: Place): string | undefined {
  return onlyOne(new Set(mentions.flatMap(({ meaning }) => meaning.rooms.get(place) ?? [])));
}

function both(left: Set<Place>, right: Set<Place>): Set<Place> {
  return new Set([...left].filter(place => right.has(place)));
}

function onlyOne<Item>(items: ReadonlySet<Item> | undefined): Item | undefined {
  return items?.size === 1 ? [...items][0] : undefined;
}
