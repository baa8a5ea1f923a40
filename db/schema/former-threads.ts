import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { threadSide } from './threads.ts';
import { tickets } from './tickets.ts';

/** Where threads of tickets stood before their card was posted anew: people may still write there. */
export const formerThreads = pgTable(
  'former_threads',
  {
    channel: text().notNull(),
    ts: text().notNull(),
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    side: threadSide().notNull(),
    /** As of a thread that is bound. */
    seen: text(),
  },
  table => [
    primaryKey({ columns: [table.channel, table.ts] }),
    index('former_threads_by_ticket').on(table.ticketNumber),
  ],
);
