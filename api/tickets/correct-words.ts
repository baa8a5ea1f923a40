import { countSlips } from '@campus-desk/categoriser';
import type { Role } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { type Database, searchWords } from '../../db/index.ts';
import { countTickets } from './count-tickets.ts';
import { exactly, readWords, type SearchWord } from './search-words.ts';

/** A word that more tickets have is no slip. */
const few = 2;

/** Somebody may have made the same slip in a ticket: so many times more tickets have the word that was meant. */
const muchMore = 10;

/** Slips that are corrected in one search. */
const maxSlips = 8;

/** Words that each may have been, where all of them may be seen. */
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
 * The words of a search with its slips corrected, and what was corrected. Only words of tickets that the role may see decide
 * it: others are neither what is meant nor keep one that is from being found.
 */
export async function correctWords(
  input: CorrectWordsInput,
): Promise<{ words: readonly SearchWord[]; corrections: Correction[] }> {
  const { db, role, words, isSuspect } = input;
  const suspects = words.filter(word => word.isPlain && isSuspect(word)).slice(0, maxSlips);
  if (suspects.length === 0) return { words, corrections: [] };
  const meant = await db.transaction(tx => findMeant({ tx, role, suspects }), { accessMode: 'read only' });
  return {
    words: words.map(word => meant.get(word.word) ?? word),
    corrections: [...meant].map(([typed, { word }]) => ({ typed, word })),
  };
}

type FindMeantInput = { tx: Database; role: Role; suspects: SearchWord[] };

/** The word that each was meant to be, by what was typed. */
async function findMeant({ tx, role, suspects }: FindMeantInput): Promise<Map<string, SearchWord>> {
  // Taken for cheap, reading all tickets for a word that none has would take seconds.
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true),
    set_config('pg_trgm.similarity_threshold', '0.2', true)`);
  // Some of the tickets that have a word are as good as all of them, where all may be seen: 10 times faster.
  if (role === 'helpdesk') await tx.execute(sql`select set_config('gin_fuzzy_search_limit', '1000', true)`);
  const near = await nearWords({ tx, role, suspects });
  if (near.length === 0) return new Map();
  const asWritten = near.map(({ word }) => ({ word, query: exactly(word) }));
  const counts = await countTickets({
    db: tx,
    role,
    words: [...suspects, ...asWritten],
    most: few * muchMore,
  });
  const best = suspects.flatMap(suspect => bestOf({ suspect, near, counts }) ?? []);
  const found = await readWords({ db: tx, words: best.map(({ word }) => word) });
  return new Map(
    best.flatMap(({ suspect, word, own }) => {
      const meant = found.find(one => one.word === word);
      if (meant === undefined) return [];
      const query = own === 0 ? meant.query : `(${suspect.query} | ${meant.query})`;
      return [[suspect.word, { ...meant, query }] as const];
    }),
  );
}

type BestOfInput = { suspect: SearchWord; near: NearWord[]; counts: Map<string, number> };

/** The nearest word that tickets have, and of several the one that most have. */
function bestOf({ suspect, near, counts }: BestOfInput) {
  const own = counts.get(suspect.word) ?? 0;
  if (own > few) return undefined;
  const [best] = near
    .filter(({ typed, slips }) => typed === suspect.word && (own === 0 || slips <= 1))
    .map(({ word, slips }) => ({ suspect, own, word, slips, count: counts.get(word) ?? 0 }))
    .filter(({ count }) => count > 0 && count >= own * muchMore)
    .sort((one, other) => one.slips - other.slips || other.count - one.count);
  return best;
}

type NearWord = { typed: string; word: string; slips: number };

/**
 * The words that each may have been, the nearest first. A few letters have no three in common after a slip. To a user all
 * of them: before they are counted nobody knows which one a user may see.
 */
async function nearWords({ tx, role, suspects }: FindMeantInput): Promise<NearWord[]> {
  const typed = JSON.stringify(suspects.map(({ word }) => word));
  const rows = await tx
    .select({ typed: sql<string>`t.typed`, word: sql<string>`near.word` })
    .from(sql`jsonb_array_elements_text(${typed}::jsonb) as t (typed), lateral (
      select ${searchWords.word} from ${searchWords}
      where ${searchWords.word} <> t.typed and abs(char_length(${searchWords.word}) - char_length(t.typed)) <= 2
        and (${searchWords.word} % t.typed or char_length(t.typed) <= 5 and ${searchWords.word} like left(t.typed, 1) || '%')
      order by similarity(${searchWords.word}, t.typed) desc
      limit ${role === 'helpdesk' ? 300 : null}::int) as near`);
  const near = rows.flatMap(({ typed, word }) => {
    const slips = countSlips({ typed, meant: word });
    return slips === undefined ? [] : [{ typed, word, slips }];
  });
  return suspects.flatMap(({ word }) =>
    near
      .filter(({ typed }) => typed === word)
      .sort((one, other) => one.slips - other.slips)
      .slice(0, role === 'helpdesk' ? maxMeant : near.length),
  );
}
