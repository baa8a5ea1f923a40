import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** Each time an answer of the campus file solved a problem before it was filed; by whom is not kept. */
export const helpfulAnswers = pgTable(
  'helpful_answers',
  {
    /** Of the call that counted it, so that one sent twice counts once. */
    key: text().primaryKey(),
    title: text().notNull(),
    at: instant('at').notNull(),
  },
  table => [index('helpful_answers_by_time').on(table.at), index('helpful_answers_by_title').on(table.title)],
);
