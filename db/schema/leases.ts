import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** Who may do what only one process at a time may do. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
});
