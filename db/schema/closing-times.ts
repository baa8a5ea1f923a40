import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { category } from './tickets.ts';

/**
 * How long the closed tickets took, counted: by month of opening in UTC, category, and duration in steps of 2 %.
 * Triggers on the tickets keep it, in the same transaction, whoever writes; api/tickets/closing-times.ts reads it.
 */
export const closingTimes = pgTable(
  'closing_times',
  {
    /** `-infinity` counts all of them, whenever they were opened. */
    openedMonth: date('opened_month').notNull(),
    category: category().notNull(),
    /** n stands for 1.02ⁿ to 1.02ⁿ⁺¹ seconds, as the function duration_step() has it. */
    durationStep: smallint('duration_step').notNull(),
    tickets: integer().notNull(),
    /** What these tickets took together, exactly. */
    milliseconds: bigint({ mode: 'number' }).notNull(),
  },
  table => [
    primaryKey({ columns: [table.openedMonth, table.category, table.durationStep] }),
    check('closing_times_counted', sql`${table.tickets} >= 0 and ${table.milliseconds} >= 0`),
  ],
);
