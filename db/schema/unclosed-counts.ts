import { index, integer, pgTable } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { category, status } from './tickets.ts';

/**
 * How many tickets are not closed, by hour of opening, category and status: the sum of all rows of the same. A trigger on the
 * tickets only ever adds rows, with what came and, below zero, what went, so nobody who files or closes waits for anybody;
 * api/tickets/join-unclosed-counts.ts makes one row of several.
 */
export const unclosedCounts = pgTable(
  'unclosed_counts',
  {
    openedHour: instant('opened_hour').notNull(),
    category: category().notNull(),
    status: status().notNull(),
    tickets: integer().notNull(),
  },
  table => [index('unclosed_counts_by_hour').on(table.openedHour)],
);
