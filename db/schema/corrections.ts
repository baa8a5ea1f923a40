import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { role } from './role.ts';
import { category, tickets } from './tickets.ts';

/** What people said about categories: what the categoriser learns from, oldest first by id. */
export const corrections = pgTable(
  'corrections',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    /** The description as it was then. */
    text: text().notNull(),
    /** The first one of a ticket corrects the categoriser, later ones a person; the same as `to`: confirmed. */
    from: category('from_category').notNull(),
    to: category('to_category').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorRole: role('actor_role').notNull(),
    at: instant('at').notNull(),
    /** When the ticket was opened: statistics count by it, and so need not look at a million tickets. */
    openedAt: instant('opened_at').notNull(),
  },
  table => [
    index('corrections_by_opening').on(table.openedAt),
    check('corrections_text_length', sql`char_length(${table.text}) between 1 and 3000`),
  ],
);
