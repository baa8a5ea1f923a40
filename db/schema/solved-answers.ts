import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { category } from './tickets.ts';

/**
 * What reporters say of their closed tickets, counted: by month of opening in UTC and category. Triggers on the tickets
 * keep it, in the same transaction, whoever writes; api/satisfaction/count-answers.ts reads it.
 */
export const solvedAnswers = pgTable(
  'solved_answers',
  {
    openedMonth: date('opened_month').notNull(),
    category: category().notNull(),
    solved: integer().notNull(),
    notSolved: integer('not_solved').notNull(),
    /** Tickets filed as a follow-up of one of these, once it was closed. */
    followUps: integer('follow_ups').notNull(),
  },
  table => [
    primaryKey({ columns: [table.openedMonth, table.category] }),
    check(
      'solved_answers_counted',
      sql`${table.solved} >= 0 and ${table.notSolved} >= 0 and ${table.followUps} >= 0`,
    ),
  ],
);
