import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { tickets } from './tickets.ts';

/** Which ticket a filing made, so that the same filing sent twice makes one. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  key: text().primaryKey(),
  /** SHA-256 of the body the key came with. */
  fingerprint: text().notNull(),
  /** Null only inside the transaction that files the ticket. */
  ticketNumber: integer('ticket_number').references(() => tickets.number),
  createdAt: instant('created_at').notNull(),
});
