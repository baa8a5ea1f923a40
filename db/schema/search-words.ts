import { sql } from 'drizzle-orm';
import { index, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * The distinct words of all tickets, in small letters: what a slip in a search is corrected to, and in which other forms a
 * word stands in tickets. Triggers of the tickets fill it in, and a word that is known costs a filing one look.
 */
export const searchWords = pgTable('search_words', { word: text().primaryKey() }, table => [
  index('search_words_by_likeness').using('gin', table.word.op('gin_trgm_ops')),
  // Its beginning without accents.
  index('search_words_by_beginning').on(sql`fold_word(${table.word}) text_pattern_ops`).concurrently(),
  // The word without accents, and its stems in five languages: forms of one word have one of these in common.
  index('search_words_by_form').using('gin', sql`forms_of(${table.word})`).concurrently(),
]);

/** Who reports and works on tickets, by the newest name: a search finds people by a part of it. Filled in like the words. */
export const searchPeople = pgTable(
  'search_people',
  { id: text().primaryKey(), name: text().notNull() },
  table => [index('search_people_by_likeness').using('gin', sql`fold_word(${table.name}) gin_trgm_ops`)],
);
