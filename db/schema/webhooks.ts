import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** How far the receiver of webhooks has come: it has every event up to `position`. */
export const webhooks = pgTable('webhooks', {
  /** There is one receiver; its row is called `events`. */
  name: text().primaryKey(),
  position: bigint({ mode: 'number' }).notNull(),
  /** Why the event after `position` was not taken, and since when; null while all goes well. */
  failure: text(),
  failingSince: instant('failing_since'),
});
