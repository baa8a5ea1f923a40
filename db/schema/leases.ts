import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** Who may do what only one process at a time may do. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Goes up whenever the holder changes, so that what an earlier holder still says can be refused. */
  fence: bigint({ mode: 'number' }).notNull().default(1),
  /** The key of an advisory lock: the lease ends when no database session has it any more. Null: by time alone. */
  anchor: integer(),
});
