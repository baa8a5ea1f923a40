import { type SQL, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

/** Words of a search that count; a whole pasted page would cost more and find no more. */
const maxWords = 32;

/** A search as conditions on the tickets: which match, and which match better. */
export type WordSearch = { matches: SQL; bestFirst: SQL[] };

type SearchWordsInput = { db: Database; text: string };

/**
 * Searches for the words people typed, each also as the beginning of a word; tickets with more of the words come
 * first. Undefined when nothing in the text can be searched for (only filler words, punctuation, emoji).
 */
export async function searchWords({ db, text }: SearchWordsInput): Promise<WordSearch | undefined> {
  const words = await readWords({ db, text });
  const queries = [...new Set(words.map(queryOf).filter(query => query !== ''))];
  if (queries.length === 0) return undefined;

  const any = sql`${queries.join(' | ')}::tsquery`;
  const wordsFound = sql.join(
    queries.map(query => sql`(${tickets.search} @@ ${query}::tsquery)::int`),
    sql` + `,
  );
  return {
    matches: sql`${tickets.search} @@ ${any}`,
    bestFirst: [sql`${wordsFound} desc`, sql`ts_rank(${tickets.search}, ${any}) desc`],
  };
}

type Word = { stems: string[]; asTyped: string[] };

/** Each word as it is in the column `search`; PostgreSQL itself parses them, so no input is special. */
function readWords({ db, text }: { db: Database; text: string }): Promise<Word[]> {
  const typed = [...new Set(text.toLowerCase().split(/\s+/))].slice(0, maxWords);
  return db
    .select({
      stems: sql<string[]>`tsvector_to_array(to_tsvector('english', word))`,
      asTyped: sql<string[]>`tsvector_to_array(to_tsvector('simple', replace(word, '-', '')))`,
    })
    .from(sql`jsonb_array_elements_text(${JSON.stringify(typed)}::jsonb) as word`);
}

/** A filler word has no stem and is left out; a word with parts (`2-14`) asks for all of them. */
function queryOf({ stems, asTyped }: Word): string {
  if (stems.length === 0) return '';
  const forms = [stems, asTyped].filter(form => form.length > 0).map(form => form.map(quoted).join(' & '));
  return `(${forms.join(' | ')})`;
}

/** A single letter begins too many words, so it only matches itself. */
function quoted(lexeme: string): string {
  const text = `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  return lexeme.length > 1 ? `${text}:*` : text;
}
