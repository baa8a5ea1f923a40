import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { tickets } from './tickets.ts';

/**
 * When helpdesk first wrote under a ticket or started it. Triggers on tickets and messages keep it, in the same
 * transaction, whoever writes.
 */
export const firstResponses = pgTable(
  'first_responses',
  {
    ticketNumber: integer('ticket_number')
      .primaryKey()
      .references(() => tickets.number, { onDelete: 'cascade' }),
    openedAt: instant('opened_at').notNull(),
    respondedAt: instant('responded_at').notNull(),
  },
  table => [index('first_responses_by_opening').on(table.openedAt)],
);

/**
 * How long the first responses took, counted as closing_times counts: by month of opening in UTC, and duration in
 * steps of 2 %. A trigger on the first responses keeps it; api/responses/response-times.ts reads it.
 */
export const responseTimes = countedTimes('response_times');

/**
 * The same in office hours only; empty while none are known. Triggers keep it with the function working_milliseconds(), and
 * a change of the hours counts all of it anew.
 */
export const workingTimes = countedTimes('working_times');

function countedTimes<Name extends string>(name: Name) {
  return pgTable(
    name,
    {
      openedMonth: date('opened_month').notNull(),
      durationStep: smallint('duration_step').notNull(),
      tickets: integer().notNull(),
      /** What these responses took together, exactly. */
      milliseconds: bigint({ mode: 'number' }).notNull(),
    },
    table => [
      primaryKey({ columns: [table.openedMonth, table.durationStep] }),
      check(`${name}_counted`, sql`${table.tickets} >= 0 and ${table.milliseconds} >= 0`),
    ],
  );
}
