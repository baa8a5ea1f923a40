import { type Changes, eventTypes } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { messages } from './messages.ts';
import { role } from './role.ts';
import { tickets } from './tickets.ts';

export const eventType = pgEnum('event_type', eventTypes);

/** The append-only history of the tickets. Rows that Slack does not show yet are the outbox. */
export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    type: eventType().notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorRole: role('actor_role').notNull(),
    at: instant('at').notNull(),
    changes: jsonb().$type<Changes>().notNull(),
    messageId: text('message_id').references(() => messages.id),
    /** When Slack showed it, or when it was given up. */
    shownAt: instant('shown_at'),
    /** Why it was given up, or refused for now; null when it was shown or still waits. */
    failure: text(),
    /** Where in Slack it was refused for a reason that can be put right; null otherwise. */
    refusedWhere: text('refused_where'),
  },
  table => [
    index('events_by_ticket').on(table.ticketNumber, table.id),
    index('events_outbox').on(table.id).where(sql`${table.shownAt} is null and ${table.failure} is null`),
    index('events_refused')
      .on(table.id)
      .where(sql`${table.shownAt} is null and ${table.failure} is not null`),
    // Whose name was not known then.
    index('events_unnamed').on(table.actorId).where(sql`${table.actorName} = ${table.actorId}`),
  ],
);
