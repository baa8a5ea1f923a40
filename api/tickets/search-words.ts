import { type SQL, sql } from 'drizzle-orm';
import { type Database, searchWords, tickets } from '../../db/index.ts';

/** Words of a search that count; a whole pasted page would cost more and find no more. */
const maxWords = 32;

/** A word of a search, with the query that finds it and, once corrected, what was typed. */
export type SearchWord = {
  word: string;
  /** A `tsquery`: the word in its forms, and each also as the beginning of a longer one. */
  query: string;
  /** It has no digits or signs, and so could be a slip. */
  isPlain: boolean;
  /** Some ticket has a word that begins like this, or it is none that could be corrected. */
  isKnown: boolean;
};

/** A search as conditions on the tickets: which match, and which match better. */
export type WordSearch = {
  matches: SQL;
  bestFirst: SQL[];
  /** The ticket that is meant where a number was typed. */
  number: number | undefined;
};

type ReadSearchInput = { db: Database; text: string };

/**
 * The words people typed, as PostgreSQL itself parses them, so that no input is special; filler words, punctuation and
 * emoji are left out.
 */
export async function readSearch({ db, text }: ReadSearchInput): Promise<SearchWord[]> {
  const words = text.toLowerCase().split(/\s+/).map(withoutPunctuation);
  const typed = [...new Set(words)].slice(0, maxWords);
  const isPlain = sql<boolean>`(t.word !~ '[0-9[:punct:]]' and char_length(t.word) >= 3)`;
  const rows = await db
    .select({
      word: sql<string>`t.word`,
      stems: sql<string[]>`tsvector_to_array(to_tsvector('english', t.word))`,
      asTyped: sql<string[]>`tsvector_to_array(to_tsvector('simple', replace(t.word, '-', '')))`,
      isPlain,
      isKnown: sql<boolean>`case when ${isPlain} then exists (
        select from ${searchWords} where ${searchWords.word} like t.word || '%') else true end`,
    })
    .from(sql`jsonb_array_elements_text(${JSON.stringify(typed)}::jsonb) as t (word)`);
  const found = rows.map(({ stems, asTyped, ...word }) => ({ ...word, query: queryOf({ stems, asTyped }) }));
  return found.filter(({ query }) => query !== '');
}

/** What a sentence puts around a word; other signs, such as those of a path, belong to it. */
function withoutPunctuation(word: string): string {
  return word.replace(/^["'“„«‹([¿¡]+|["'“”’»›)\].,;:?!…]+$/g, '');
}

/** Finds `#12` anywhere, and a number that stands alone: the ticket of that number is meant. */
export function numberIn(text: string): number | undefined {
  const [, marked, alone] = /(?:^|\s)#(\d{1,9})(?=\s|$)|^(\d{1,9})$/.exec(text.trim()) ?? [];
  const number = Number(marked ?? alone);
  return number > 0 ? number : undefined;
}

type SearchForInput = { words: readonly SearchWord[]; number: number | undefined };

/** The search for any of the words; tickets with more of them come first. Undefined when there is nothing to search for. */
export function searchFor({ words, number }: SearchForInput): WordSearch | undefined {
  const queries = [...new Set(words.map(({ query }) => query))];
  if (queries.length === 0) return undefined;

  const any = sql`${queries.join(' | ')}::tsquery`;
  const wordsFound = sql.join(
    queries.map(query => sql`(${tickets.search} @@ ${query}::tsquery)::int`),
    sql` + `,
  );
  return {
    matches: sql`${tickets.search} @@ ${any}`,
    bestFirst: [
      ...(number === undefined ? [] : [sql`(${tickets.number} = ${number}) desc`]),
      sql`${wordsFound} desc`,
      sql`ts_rank(${tickets.search}, ${any}) desc`,
    ],
    number,
  };
}

type Lexemes = { stems: string[]; asTyped: string[] };

/** A filler word has no stem and is left out; a word with parts (`2-14`) asks for all of them. */
function queryOf({ stems, asTyped }: Lexemes): string {
  if (stems.length === 0) return '';
  const forms = [stems, asTyped].filter(form => form.length > 0).map(form => form.map(quoted).join(' & '));
  return `(${forms.join(' | ')})`;
}

/** A `tsquery` for a word of the tickets as it stands there. */
export function exactly(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** A single letter begins too many words, so it only matches itself. */
function quoted(lexeme: string): string {
  return lexeme.length > 1 ? `${exactly(lexeme)}:*` : exactly(lexeme);
}
