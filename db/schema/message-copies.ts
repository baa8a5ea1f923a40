import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { messages } from './messages.ts';

/** Where a message was mirrored to. */
export const messageCopies = pgTable(
  'message_copies',
  {
    channel: text().notNull(),
    ts: text().notNull(),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
  },
  table => [
    primaryKey({ columns: [table.channel, table.ts] }),
    index('message_copies_by_message').on(table.messageId),
  ],
);
