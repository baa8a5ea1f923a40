import { doublePrecision, integer, pgTable, unique } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { category } from './tickets.ts';

/**
 * What the closed tickets that were opened in a whole day or month of the campus took, of one category or, where that is
 * null, of all. Counted again and again by api/tickets/count-closed-periods.ts, and true unless closed_changes has a change
 * in it: a count and what it has not seen are read in the same snapshot.
 */
export const closedPeriods = pgTable(
  'closed_periods',
  {
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    category: category(),
    closed: integer().notNull(),
    /** Seconds; null where nothing is closed. */
    mean: doublePrecision(),
    median: doublePrecision(),
    p90: doublePrecision(),
  },
  table => [unique('closed_periods_once').on(table.fromAt, table.toAt, table.category).nullsNotDistinct()],
);

/**
 * Times of opening between which closed tickets have changed since the periods were counted. The trigger of closing_times
 * only ever adds one, so nobody waits for anybody.
 */
export const closedChanges = pgTable('closed_changes', {
  firstOpenedAt: instant('first_opened_at').notNull(),
  lastOpenedAt: instant('last_opened_at').notNull(),
});
