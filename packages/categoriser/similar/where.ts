import { fold } from '../reading/fold.ts';
import type { Thesaurus } from '../reading/thesaurus.ts';
import { floorsIn } from './floors.ts';

/** Where something is, as far as words say so; the same words in every language. */
export type Where = {
  /** The place of the campus file, where it is known. */
  place: string | null;
  /** `2.14`, `a12`. */
  rooms: readonly string[];
  /** The letter or number of a building. */
  buildings: readonly string[];
  floors: readonly number[];
  /** "Group rooms 1 to 4" */
  hasNumberedLocation: boolean;
  /** Every number in the description: of a machine, a course, a time. */
  numbers: readonly string[];
  /** Kinds of which a campus has few: `library`, `dorm`. */
  kinds: readonly string[];
  /** One of them is a single room by itself, or none, such as a canteen. */
  isWithoutRooms: boolean;
};

/** Whether two may be the same: `same` and `other` only where both say it. */
export type Whereabouts = 'same room' | 'same' | 'unknown' | 'other kind' | 'other';

type ReadWhereInput = { description: string; location: string | null; place: string | null };

const roomWord =
  'room|hall|aula|stanza|sala|raum|zimmer|horsaal|seminarraum|salle|labo|labor|laboratorio|lab|salon|despacho|office|ufficio|buro|bureau';
const roomPatterns = [
  new RegExp(String.raw`\b(?:${roomWord})\.?\s+([a-z]{0,2}[.-]?\d+(?:[.-]\d+)?[a-z]?)\b`, 'g'),
  // A floor and a room; the hour of a time of day or the amount of a price looks the same.
  /(?<![\d.,:])\b([a-z]?\d\.\d{2}[a-z]?)\b(?![.,:]\d|\s*(?:uhr|am|pm|euro?|€|%|h\b))/g,
  /(?<![\d.])\b([a-z]\d{2,3})\b/g,
];
/** "Lecture hall C"; vowels are words, and so is what stands before an apostrophe. */
const letteredRoom =
  /\b(?:hall|aula|aula magna|horsaal|amphi|amphitheatre|auditorium|salle|sala)\s+([b-df-hj-np-tv-xz])\b/g;
const bareNumber = /(?<![\d.,:])\b(\d{2,4}[a-z]?)\b(?![.,:]\d)/g;
const building =
  /\b(?:building|edificio|gebaude|haus|batiment|block|blocco|bloque|bloc|tower|torre|turm|tour|wing|ala|trakt)\s+([a-z]|\d{1,2})\b/g;
const word = /[a-z0-9]+/g;

/** The heading of kinds that have no numbered rooms. */
const wholeTheme = 'whole';

/** A reader of places; `kinds` are those of which a campus has few. */
export function createWhereReader(kinds: Thesaurus): (input: ReadWhereInput) => Where {
  const together = new Set(kinds.words);
  return ({ description, location, place }) => {
    const at = foldApart(location ?? '');
    const said = `${foldApart(description)} | ${at}`;
    const rooms = roomPatterns.flatMap(pattern => namesIn({ said, pattern }));
    const named = kindsIn({ said, kinds, together });
    return {
      place,
      rooms: each([
        ...rooms,
        ...namesIn({ said, pattern: letteredRoom }),
        ...namesIn({ said: at, pattern: bareNumber }),
      ]),
      buildings: each(namesIn({ said, pattern: building })),
      floors: each(floorsIn(said)),
      hasNumberedLocation: /\d/.test(at),
      numbers: each(description.match(/\d+/g) ?? []),
      kinds: each(named),
      isWithoutRooms: named.some(kind => kinds.themeOf(kind) === wholeTheme),
    };
  };
}

/** Folded, with "l'amphi" as two words of which the first is none by itself. */
function foldApart(text: string): string {
  return fold(text.replace(/['’]/g, '_ '));
}

type KindsInInput = { said: string; kinds: Thesaurus; together: ReadonlySet<string> };

/** The kinds of places that a folded text names, by one word or by two or three together. */
function kindsIn({ said, kinds, together }: KindsInInput): string[] {
  const words = said.match(word) ?? [];
  return words.flatMap((one, at) => {
    const [second = '', third = ''] = words.slice(at + 1);
    const several = [one + second, one + second + third].filter(name => together.has(name));
    return [one, ...several].flatMap(name => kinds.conceptsOf(name));
  });
}

function namesIn({ said, pattern }: { said: string; pattern: RegExp }): string[] {
  return [...said.matchAll(pattern)].map(match => (match[1] ?? '').replace(/[.-]/g, '.'));
}

/** Where two are, compared by the finest that both say. */
export function compareWhere(one: Where, other: Where): Whereabouts {
  if (one.place !== null && other.place !== null && one.place !== other.place) return 'other';
  const rooms = compare(one.rooms, other.rooms);
  const buildings = compare(one.buildings, other.buildings);
  const floors = compare(one.floors, other.floors);
  const kinds = compare(one.kinds, other.kinds);
  if (rooms === 'other' || buildings === 'other') return 'other';
  if (rooms === 'same') return 'same room';
  if (floors === 'other' || isOneNumbered(one, other)) return 'other kind';
  if (one.place !== null && one.place === other.place) return 'same';
  if (kinds === 'other') return 'other kind';
  return [buildings, kinds].includes('same') ? 'same' : 'unknown';
}

/** A room with a number, and a place that has none, such as a canteen. */
function isOneNumbered(one: Where, other: Where): boolean {
  const isWhole = ({ rooms, isWithoutRooms }: Where) => rooms.length === 0 && isWithoutRooms;
  return (one.rooms.length > 0 && isWhole(other)) || (other.rooms.length > 0 && isWhole(one));
}

/** One says where it is, or in which part of that, and the other does not. */
export function isWhereUnsaid(one: Where, other: Where): boolean {
  return saysWhere(one) !== saysWhere(other) || saysWhichPart(one) !== saysWhichPart(other);
}

function saysWhere(where: Where): boolean {
  return where.place !== null || where.kinds.length > 0 || saysWhichPart(where);
}

function saysWhichPart({ rooms, buildings, floors, hasNumberedLocation }: Where): boolean {
  return hasNumberedLocation || [rooms, buildings, floors].some(names => names.length > 0);
}

/** Both name numbers, and not one of them is the same. */
export function haveOtherNumbers(one: Where, other: Where): boolean {
  return compare(one.numbers, other.numbers) === 'other';
}

function compare<Name>(one: readonly Name[], other: readonly Name[]): 'same' | 'other' | 'unknown' {
  if (one.length === 0 || other.length === 0) return 'unknown';
  return one.some(name => other.includes(name)) ? 'same' : 'other';
}

const none: readonly never[] = [];

/** Each name once; most tickets name few, and nothing takes no memory. */
function each<Name>(names: readonly Name[]): readonly Name[] {
  return names.length === 0 ? none : [...new Set(names)];
}
