import { threadSides } from '@campus-desk/contract';
import { integer, pgEnum, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { tickets } from './tickets.ts';

export const threadSide = pgEnum('thread_side', threadSides);

/** The Slack threads bound to the tickets; `ts` is that of the card. */
export const threads = pgTable(
  'threads',
  {
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    side: threadSide().notNull(),
    channel: text().notNull(),
    ts: text().notNull(),
    /** What Slack said of the thread when it was last compared with what is stored; null before the first time. */
    seen: text(),
  },
  table => [
    primaryKey({ columns: [table.ticketNumber, table.side] }),
    unique('threads_place').on(table.channel, table.ts),
  ],
);
