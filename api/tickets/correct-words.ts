import { countSlips } from '@campus-desk/categoriser';
import { type Role, visibleStatuses } from '@campus-desk/contract';
import { and, sql } from 'drizzle-orm';
import { type Database, searchWords, tickets } from '../../db/index.ts';
import { conditionsOf } from './list-filters.ts';
import { exactly, readSearch, type SearchWord } from './search-words.ts';

/** A word that more tickets have is no slip. */
const few = 2;

/** Somebody may have made the same slip in a ticket: so many times more tickets have the word that was meant. */
const muchMore = 10;

/** Slips that are corrected in one search, and words that each may have been. */
const maxSlips = 8;
const maxMeant = 4;

/** What was typed, and the word that is searched for. */
export type Correction = { typed: string; word: string };

type CorrectWordsInput = {
  db: Database;
  role: Role;
  words: readonly SearchWord[];
  /** Which of them may be slips. */
  isSuspect: (word: SearchWord) => boolean;
};

/**
 * The words of a search with its slips corrected, to words that the role may read in some ticket, and what was corrected.
 */
export async function correctWords(
  input: CorrectWordsInput,
): Promise<{ words: readonly SearchWord[]; corrections: Correction[] }> {
  const { db, role, words, isSuspect } = input;
  const suspects = words.filter(word => word.isPlain && isSuspect(word)).slice(0, maxSlips);
  if (suspects.length === 0) return { words, corrections: [] };
  const meant = await db.transaction(tx => findMeant({ tx, role, suspects }), { accessMode: 'read only' });
  return {
    words: words.map(word => meant.get(word.word)?.searched ?? word),
    corrections: [...meant].map(([typed, { word }]) => ({ typed, word })),
  };
}

type Meant = { word: string; searched: SearchWord };

type FindMeantInput = { tx: Database; role: Role; suspects: SearchWord[] };

async function findMeant({ tx, role, suspects }: FindMeantInput): Promise<Map<string, Meant>> {
  // Taken for cheap, reading all tickets for a word that none has would take seconds.
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true),
    set_config('pg_trgm.similarity_threshold', '0.2', true)`);
  // Some of the tickets that have a word are as good as all of them, where all may be seen: 10 times faster.
  if (role === 'helpdesk') await tx.execute(sql`select set_config('gin_fuzzy_search_limit', '1000', true)`);
  const near = await nearWords({ tx, suspects });
  if (near.length === 0) return new Map();
  const candidates = await readSearch({ db: tx, text: near.map(({ word }) => word).join(' ') });
  const asWritten = candidates.map(({ word }) => ({ word, query: exactly(word) }));
  const counts = await countTickets({ tx, role, words: [...suspects, ...asWritten] });
  const found = suspects.flatMap(suspect => {
    const own = counts.get(suspect.word) ?? 0;
    if (own > few) return [];
    const [best] = near
      .filter(({ typed, slips }) => typed === suspect.word && (own === 0 || slips <= 1))
      .flatMap(({ word, slips }) => {
        const candidate = candidates.find(one => one.word === word);
        const count = counts.get(word) ?? 0;
        return candidate === undefined || count === 0 || count < own * muchMore
          ? []
          : [{ candidate, slips, count }];
      })
      .sort((one, other) => one.slips - other.slips || other.count - one.count);
    if (best === undefined) return [];
    const { word, query } = best.candidate;
    const both = own === 0 ? query : `(${suspect.query} | ${query})`;
    return [[suspect.word, { word, searched: { ...suspect, query: both } }] as const];
  });
  return new Map(found);
}

type NearWord = { typed: string; word: string; slips: number };

/** The words of tickets that each may have been, the nearest first. A few letters have no three in common after a slip. */
async function nearWords({ tx, suspects }: Omit<FindMeantInput, 'role'>): Promise<NearWord[]> {
  const typed = JSON.stringify(suspects.map(({ word }) => word));
  const rows = await tx
    .select({ typed: sql<string>`t.typed`, word: sql<string>`near.word` })
    .from(sql`jsonb_array_elements_text(${typed}::jsonb) as t (typed), lateral (
      select ${searchWords.word} from ${searchWords}
      where ${searchWords.word} <> t.typed and (${searchWords.word} % t.typed
        or char_length(t.typed) <= 5 and ${searchWords.word} like left(t.typed, 1) || '%'
          and abs(char_length(${searchWords.word}) - char_length(t.typed)) <= 1)
      order by similarity(${searchWords.word}, t.typed) desc
      limit 300) as near`);
  const near = rows.flatMap(({ typed, word }) => {
    const slips = countSlips({ typed, meant: word });
    return slips === undefined ? [] : [{ typed, word, slips }];
  });
  return suspects.flatMap(({ word }) =>
    near
      .filter(({ typed }) => typed === word)
      .sort((one, other) => one.slips - other.slips)
      .slice(0, maxMeant),
  );
}

type CountTicketsInput = { tx: Database; role: Role; words: Pick<SearchWord, 'word' | 'query'>[] };

/** How many tickets that the role may see have each word, as far as it matters. */
async function countTickets({ tx, role, words }: CountTicketsInput): Promise<Map<string, number>> {
  const visible = conditionsOf({ filters: { wanted: visibleStatuses[role], fields: [] }, given: () => null });
  const asked = JSON.stringify(words.map(({ word, query }) => ({ word, query })));
  const rows = await tx
    .select({
      word: sql<string>`t.word`,
      count: sql<number>`(select count(*)::int from (select from ${tickets}
        where ${and(...visible, sql`${tickets.search} @@ t.query::tsquery`)} limit ${few * muchMore}) as found)`,
    })
    .from(sql`jsonb_to_recordset(${asked}::jsonb) as t (word text, query text)`);
  return new Map(rows.map(({ word, count }) => [word, count]));
}
