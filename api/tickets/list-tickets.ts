import type { ListTickets, TicketList } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { type Correction, correctWords } from './correct-words.ts';
import { filtersOf } from './list-filters.ts';
import { readMatches } from './read-matches.ts';
import { readSorted, readSortedMatches } from './read-sorted.ts';
import { correctText, numberIn, readSearch, type SearchWord, searchFor } from './search-words.ts';
import { type PeopleQuery, withPeople } from './with-people.ts';
import { withPlaceName } from './with-place-name.ts';

type ListTicketsInput = {
  context: Context;
  query: ListTickets;
  /** Without what others make of the tickets, in the order of a time. */
  isBare?: boolean;
};

/**
 * The tickets a role may see that fit the query, a page of them, and how the query was understood; throws
 * `forbidden_for_role`, and `validation_failed` for a place or a person that is not known.
 */
export async function listTickets(input: ListTicketsInput): Promise<TicketList> {
  const { context, query: asked, isBare } = input;
  const { db } = context;
  const { query, people } = await withPeople({ db, query: await withPlaceName({ context, query: asked }) });
  const { list, corrections } = await readList({ context, query, isBare });
  const { q: text = '' } = query;
  const words = corrections && { words: correctText({ text, corrections }), corrections };
  const understood = { ...people, ...words };
  return Object.keys(understood).length === 0 ? list : { ...list, understood };
}

type ReadListInput = { context: Context; query: PeopleQuery; isBare: boolean | undefined };

/** Where a search finds no more than so many tickets, words that some ticket has are looked at for slips, too. */
const few = 2;

/** The list, and the slips that were corrected for it. */
type Found = { list: TicketList; corrections?: Correction[] };

async function readList({ context, query, isBare }: ReadListInput): Promise<Found> {
  const { db, ticketCommand } = context;
  const { q: text, role } = query;
  if (text === undefined)
    return { list: await readSorted({ db, query, filters: filtersOf({ query, ticketCommand }), isBare }) };

  const typed = await readSearch({ db, role, text });
  const { words, corrections } = await correctWords({ db, role, words: typed, isSuspect: isUnknown });
  const list = await readFound({ context, query, isBare, words, text });
  if (list.total > few) return withCorrections({ list, corrections });
  const again = await correctWords({ db, role, words, isSuspect: word => !isUnknown(word) });
  if (again.corrections.length === 0) return withCorrections({ list, corrections });
  return withCorrections({
    list: await readFound({ context, query, isBare, words: again.words, text }),
    corrections: [...corrections, ...again.corrections],
  });
}

function isUnknown({ isKnown }: SearchWord): boolean {
  return !isKnown;
}

function withCorrections({ list, corrections }: Required<Found>): Found {
  return { list, ...(corrections.length > 0 && { corrections }) };
}

type ReadFoundInput = ReadListInput & { words: readonly SearchWord[]; text: string };

async function readFound({ context, query, isBare, words, text }: ReadFoundInput): Promise<TicketList> {
  const { db, ticketCommand } = context;
  const filters = filtersOf({ query, ticketCommand });
  const search = searchFor({ words, number: numberIn(text) });
  if (search === undefined) return { tickets: [], nextCursor: null, total: 0 };
  if (query.sort !== undefined) return readSortedMatches({ db, query, filters, search, isBare });
  return db.transaction(tx => readMatches({ db: tx, query, filters, search }), {
    // Which tickets match, and what these say, is of one moment: of one that is closed in between a user would see it.
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}
