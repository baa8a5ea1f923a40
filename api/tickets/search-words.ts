import type { Role } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { type Database, searchWords, tickets } from '../../db/index.ts';
import { countTickets } from './count-tickets.ts';

/** Words of a search that count; a whole pasted page would cost more and find no more. */
const maxWords = 32;

/** Other forms of a word that are looked for, and beginnings with other accents. */
const maxForms = 20;

/** A word of a search, with the queries that find it and, once corrected, what was typed. */
export type SearchWord = {
  word: string;
  /** A `tsquery`: the word as it was typed, and each form also as the beginning of a longer one. */
  typed: string;
  /** The same, or one of its other forms that tickets have: with other accents, or of the same stem in one of five languages. */
  query: string;
  /** It has no digits or signs, and so could be a slip. */
  isPlain: boolean;
  /** Some ticket that the role may see has it, or it is none that could be corrected. */
  isKnown: boolean;
};

/** A search as conditions on the tickets: which match, and which match better. */
export type WordSearch = {
  matches: SQL;
  bestFirst: SQL[];
  /** The ticket that is meant where a number was typed. */
  number: number | undefined;
};

type ReadSearchInput = { db: Database; role: Role; text: string };

/**
 * The words people typed, as PostgreSQL itself parses them, so that no input is special; filler words, punctuation and
 * emoji are left out.
 */
export async function readSearch({ db, role, text }: ReadSearchInput): Promise<SearchWord[]> {
  const words = await readWords({ db, words: text.split(/\s+/).map(wordIn) });
  if (role === 'helpdesk') return words;
  // A word of closed tickets alone is as unknown to a user as any other.
  const counts = await countTickets({ db, role, words, most: 1 });
  return words.map(one => ({ ...one, isKnown: !one.isPlain || counts.get(one.word) === 1 }));
}

type ReadWordsInput = { db: Database; words: readonly string[] };

/** Words with the queries that find them; known is what any ticket has. */
export async function readWords({ db, words }: ReadWordsInput): Promise<SearchWord[]> {
  const few = [...new Set(words)].slice(0, maxWords);
  const isPlain = sql<boolean>`(t.word !~ '[0-9[:punct:]]' and char_length(t.word) >= 3)`;
  const isBegun = sql`fold_word(${searchWords.word}) ~>=~ fold_word(t.word)
    and fold_word(${searchWords.word}) ~<~ (fold_word(t.word) || chr(1114111))`;
  const beginning = sql`left(${searchWords.word}, char_length(t.word))`;
  const rows = await db
    .select({
      word: sql<string>`t.word`,
      stems: sql<string[]>`tsvector_to_array(to_tsvector('english', t.word))`,
      asTyped: sql<string[]>`tsvector_to_array(to_tsvector('simple', replace(t.word, '-', '')))`,
      isPlain,
      isKnown: sql<boolean>`not ${isPlain} or exists (select from ${searchWords} where ${isBegun})`,
      forms: sql<string[]>`array(select ${searchWords.word} from ${searchWords}
        where ${isPlain} and forms_of(${searchWords.word}) && forms_of(t.word) and ${searchWords.word} <> t.word
        order by abs(char_length(${searchWords.word}) - char_length(t.word)) limit ${maxForms})`,
      beginnings: sql<string[]>`array(select distinct ${beginning} from ${searchWords}
        where ${isPlain} and ${isBegun} and ${beginning} <> t.word limit ${maxForms})`,
    })
    .from(sql`jsonb_array_elements_text(${JSON.stringify(few)}::jsonb) as t (word)`);
  return rows.flatMap(({ word, stems, asTyped, forms, beginnings, isPlain, isKnown }) => {
    // A filler word has no stem and is left out.
    if (stems.length === 0) return [];
    const typed = anyOf([stems, asTyped]);
    const query = anyOf([stems, asTyped, ...beginnings.map(one => [one])], forms);
    return [{ word, typed, query, isPlain, isKnown: isKnown || forms.length > 0 }];
  });
}

/** An article or a preposition without its vowel, as in `l’aula` and `d’eau`. */
const elided = /^\p{L}{1,5}['’](?=\p{L}{3})/u;

/** What a sentence puts around a word; other signs, such as those of a path, belong to it. */
const punctuation = /^["'“„«‹([¿¡]+|["'“”’»›)\].,;:?!…]+$/g;

/** The word in a piece of a search, small and without what stands around it. */
function wordIn(piece: string): string {
  return piece.toLowerCase().replace(elided, '').replaceAll(punctuation, '');
}

type CorrectTextInput = { text: string; corrections: readonly { typed: string; word: string }[] };

/** What was typed, with the slips in it corrected. */
export function correctText({ text, corrections }: CorrectTextInput): string {
  const meant = (piece: string) => corrections.find(({ typed }) => typed === wordIn(piece))?.word ?? piece;
  return text.trim().split(/\s+/).map(meant).join(' ');
}

/** Finds `#12` anywhere, and a number that stands alone: the ticket of that number is meant. */
export function numberIn(text: string): number | undefined {
  const [, marked, alone] = /(?:^|\s)#(\d{1,9})(?=\s|$)|^(\d{1,9})$/.exec(text.trim()) ?? [];
  const number = Number(marked ?? alone);
  return number > 0 ? number : undefined;
}

type SearchForInput = { words: readonly SearchWord[]; number: number | undefined };

/**
 * The search for any of the words; tickets with more of them come first, and of these the ones that have them as they were
 * typed. Undefined when there is nothing to search for.
 */
export function searchFor({ words, number }: SearchForInput): WordSearch | undefined {
  const queries = [...new Set(words.map(({ query }) => query))];
  if (queries.length === 0) return undefined;

  const any = sql`${queries.join(' | ')}::tsquery`;
  const typed = sql`${words.map(word => word.typed).join(' | ')}::tsquery`;
  const wordsFound = sql.join(
    queries.map(query => sql`(${tickets.search} @@ ${query}::tsquery)::int`),
    sql` + `,
  );
  return {
    matches: sql`${tickets.search} @@ ${any}`,
    bestFirst: [
      ...(number === undefined ? [] : [sql`(${tickets.number} = ${number}) desc`]),
      sql`${wordsFound} desc`,
      sql`ts_rank(${tickets.search}, ${typed}) desc`,
    ],
    number,
  };
}

/**
 * The `tsquery` for words in any of these spellings, each also as the beginning of a longer one, and in other forms; a word
 * with parts (`2-14`) asks for all of them. What begins like another spelling is found with that, and looked up once.
 */
function anyOf(spellings: string[][], forms: string[] = []): string {
  const whole = spellings.filter(parts => parts.length > 0);
  const begun = whole.flatMap(parts => (parts.length === 1 ? parts : []));
  const isNew = (word: string) => !begun.some(one => one !== word && one.length > 1 && word.startsWith(one));
  const wanted = [
    ...whole
      .filter(([one = '', ...more]) => more.length > 0 || isNew(one))
      .map(parts => parts.map(beginning).join(' & ')),
    ...forms.filter(form => isNew(form) && !begun.includes(form)).map(exactly),
  ];
  return `(${[...new Set(wanted)].join(' | ')})`;
}

/** A single letter begins too many words, so it only matches itself. */
function beginning(lexeme: string): string {
  return lexeme.length > 1 ? `${exactly(lexeme)}:*` : exactly(lexeme);
}

/** A `tsquery` for a word of the tickets as it stands there. */
export function exactly(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
