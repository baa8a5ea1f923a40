import { type PrivacyCounts, privacyActTypes } from '@campus-desk/contract';
import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

/** What was exported or removed for the sake of privacy, and by whom. */
export const privacyActs = pgTable('privacy_acts', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  type: text({ enum: privacyActTypes }).notNull(),
  /** The person of an export; of a forgotten one what stands for their id now; null for a purge. */
  subject: text(),
  by: text().notNull(),
  at: instant('at').notNull(),
  counts: jsonb().$type<PrivacyCounts>().notNull(),
});
