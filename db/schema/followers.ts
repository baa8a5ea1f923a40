import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { tickets } from './tickets.ts';

/** Who asked to be told of a ticket that somebody else reported. Reporters of its duplicates are told without a row here. */
export const followers = pgTable(
  'followers',
  {
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    userId: text('user_id').notNull(),
    since: instant('since').notNull(),
  },
  table => [
    primaryKey({ columns: [table.ticketNumber, table.userId] }),
    // What is stored of a person.
    index('followers_by_user').on(table.userId),
    // Who joined within the last hours.
    index('followers_by_time').on(table.since),
  ],
);
