import { type Category, sameFrom } from '@campus-desk/contract';
import { loadModel, type Model } from '../model.ts';
import { type FilingWords, filingReaderOf, type ReadFiling } from './filing-reader.ts';
import { createPostings } from './postings.ts';
import { createRarity } from './rarity.ts';
import { compareWords, type ToldWords } from './told-words.ts';
import { compareWhere, haveOtherNumbers, isWhereUnsaid, type Where, type Whereabouts } from './where.ts';
import { isForAll, type Whose } from './whose.ts';

/** A ticket that may tell of the same thing as another one; the category is null where it could well be another one. */
export type IndexedTicket = FilingWords & { number: number; category: Category | null; openedAt: Date };

/** A ticket that tells of the same thing, and how surely: from 0 to 1. */
type SimilarTicket = { number: number; similarity: number };

/** Tickets among which those are found that tell of the same thing as a text, in any of the five languages. */
export type TicketIndex = {
  /** Adds a ticket, or replaces what is known of it. */
  put(ticket: IndexedTicket): void;
  remove(number: number): void;
  /** Those from `min` on, best first, `limit` at most. */
  find(input: FindInput): SimilarTicket[];
  readonly size: number;
  numbers(): number[];
  /** The lowest number of a ticket. */
  readonly first: number;
};

type FindInput = {
  words: FilingWords;
  /** Null where it could well be another one. */
  category: Category | null;
  now: Date;
  min: number;
  limit: number;
  /** The name that the campus file has now for a place by an earlier one; undefined where it has none. */
  placeNow?: (name: string) => string | undefined;
  /** The same in another place is the same. */
  anywhere?: boolean;
  /** One thing in common is enough: what many report at once says more than the words of two. */
  oneThingIsEnough?: boolean;
};

type Entry = Pick<IndexedTicket, 'number' | 'category' | 'openedAt'> & ReadFiling;

/** What the place makes of a likeness: neither another room nor the same one is the whole truth. */
const factorOf: Record<Whereabouts, number> = {
  'same room': 1.3,
  same: 1.1,
  unknown: 1,
  'other kind': 0.3,
  other: 0.1,
};

const highestFactor = Math.max(...Object.values(factorOf));

/** Both categories are very sure, and differ. */
const otherCategoryFactor = 0.3;

/** Everybody has a card of their own: what is theirs is another one's, unless it is in the same place. */
const otherBelongingFactor = 0.3;

/**
 * "No wifi" may be the one in the library or another one, and washing machine 3 is not washing machine 7: such tickets are
 * offered, and not asked about. Where no place is the same, only a service of all the campus is surely the same.
 */
const likenessOfDoubtful = { from: 0.5, below: sameFrom - 0.01 };

/**
 * Where no place is the same, one thing in common, such as an exam or the mail, is not one problem yet: of two that tell
 * something else of it each, none is the same, and what one tells besides, or both of several things, makes it less likely.
 */
const likenessNeeded = { oneTellsMore: 0.53, bothTellMore: 0.52, bothOfOneThing: Number.POSITIVE_INFINITY };

const dayMs = 24 * 60 * 60 * 1000;

/** A problem of the last days is likelier still the same than one that waits for months. */
const recency = { freshDays: 7, oldDays: 90, factorOfOld: 0.8 };

type CreateTicketIndexInput = {
  model?: Model;
  /** Of more tickets the newest by number are kept. */
  maxTickets?: number;
};

/** An empty index. */
export function createTicketIndex(input: CreateTicketIndexInput = {}): TicketIndex {
  const { model = loadModel(), maxTickets = 20_000 } = input;
  const read = filingReaderOf(model);
  const rarity = createRarity(model.bayes);
  const entries = new Map<number, Entry>();
  const postings = createPostings<Entry>();
  return {
    put,
    remove,
    find,
    numbers: () => [...entries.keys()],
    get size() {
      return entries.size;
    },
    get first() {
      return firstNumber();
    },
  };

  function put({ number, category, openedAt, ...words }: IndexedTicket): void {
    remove(number);
    const entry = { number, category, openedAt, ...read(words) };
    entries.set(number, entry);
    postings.add(entry);
    if (entries.size > maxTickets) remove(firstNumber());
  }

  function firstNumber(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const number of entries.keys()) first = Math.min(first, number);
    return entries.size === 0 ? 0 : first;
  }

  function remove(number: number): void {
    const entry = entries.get(number);
    if (entry === undefined) return;
    entries.delete(number);
    postings.remove(entry);
  }

  function find(input: FindInput): SimilarTicket[] {
    const { words, category, now, min, limit, placeNow = name => name } = input;
    const { anywhere = false, oneThingIsEnough = false } = input;
    const { terms, told, where, whose } = read(words);
    const weighOf = rarity({ tickets: entries.size, countOf: postings.countOf });
    const found: SimilarTicket[] = [];
    for (const { entry, nearness } of postings.nearTo({ terms, weighOf, min: min / highestFactor })) {
      const known = whereNow(entry.where, placeNow);
      // It is asked three times, of every ticket with a word in common.
      const whereabouts = compareWhere(where, known);
      const likeness = nearness * factorBetween({ whereabouts, whose, entry, category, now, anywhere });
      const areDoubtful = isDoubtful({ where, known, whereabouts, whose, entry });
      const similarity = areDoubtful ? doubted(likeness) : Math.min(1, likeness);
      if (similarity < min) continue;
      if (!oneThingIsEnough && likeness < neededFor({ told, whereabouts, entry })) continue;
      found.push({ number: entry.number, similarity: Math.round(similarity * 1000) / 1000 });
    }
    return found.sort((a, b) => b.similarity - a.similarity || b.number - a.number).slice(0, limit);
  }
}

/** Where something is, with its place by the name that it has now. */
function whereNow(where: Where, placeNow: (name: string) => string | undefined): Where {
  const place = where.place === null ? null : (placeNow(where.place) ?? null);
  return place === where.place ? where : { ...where, place };
}

/** What is compared: where and whose a text is, and a ticket, with where that is and what both make of it. */
type Both = { where: Where; known: Where; whereabouts: Whereabouts; whose: Whose; entry: Entry };

function isDoubtful({ where, known, whereabouts, whose, entry }: Both): boolean {
  if (haveOtherNumbers(where, known) || isWhereUnsaid(where, known)) return true;
  if (!isSame(whereabouts)) return !isForAll(whose, entry.whose);
  // "My room" in the same dormitory.
  return whose.isOwn && entry.whose.isOwn && whereabouts !== 'same room';
}

type NeededForInput = Pick<Both, 'whereabouts' | 'entry'> & { told: ToldWords };

/** How alike two have to be. */
function neededFor({ told, whereabouts, entry }: NeededForInput): number {
  if (isSame(whereabouts)) return 0;
  const { shared, tellMore } = compareWords(told, entry.told);
  if (tellMore === 2) return shared < 2 ? likenessNeeded.bothOfOneThing : likenessNeeded.bothTellMore;
  return shared < 2 && tellMore === 1 ? likenessNeeded.oneTellsMore : 0;
}

/** Below what is asked about, and in the same order. */
function doubted(likeness: number): number {
  const { from, below } = likenessOfDoubtful;
  return likeness <= from ? likeness : from + (below - from) * (1 - from / likeness);
}

function isSame(whereabouts: Whereabouts): boolean {
  return whereabouts === 'same' || whereabouts === 'same room';
}

type FactorBetweenInput = Pick<Both, 'whereabouts' | 'whose' | 'entry'> & {
  category: Category | null;
  now: Date;
  anywhere: boolean;
};

function factorBetween(input: FactorBetweenInput): number {
  const { whereabouts, whose, category, entry, now, anywhere } = input;
  const contradicts = category !== null && entry.category !== null && category !== entry.category;
  const days = (now.getTime() - entry.openedAt.getTime()) / dayMs;
  const { freshDays, oldDays, factorOfOld } = recency;
  const age = Math.min(1, Math.max(0, days - freshDays) / (oldDays - freshDays));
  const areBelongings = whose.isBelonging && entry.whose.isBelonging && !isSame(whereabouts);
  return (
    factorOf[anywhere ? 'unknown' : whereabouts] *
    (areBelongings ? otherBelongingFactor : 1) *
    (contradicts ? otherCategoryFactor : 1) *
    (1 - age * (1 - factorOfOld))
  );
}
