import type { MessageFile } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { role } from './role.ts';
import { tickets } from './tickets.ts';

/** The conversation under the tickets. Earlier wordings stand in the events. */
export const messages = pgTable(
  'messages',
  {
    /** A ULID: sorts by the time of storing. */
    id: text().primaryKey(),
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorRole: role('actor_role').notNull(),
    body: text().notNull(),
    files: jsonb().$type<MessageFile[]>().notNull(),
    late: boolean().notNull().default(false),
    /** A note: only helpdesk sees it. A message may become one; a note never becomes public. */
    internal: boolean().notNull().default(false),
    /** Also for everybody else who is told of the ticket. */
    toAll: boolean('to_all').notNull().default(false),
    originChannel: text('origin_channel'),
    originTs: text('origin_ts'),
    /** `Idempotency-Key` it was posted with, where it has no origin to know it by. */
    idempotencyKey: text('idempotency_key').unique('messages_idempotency_key'),
    /** Slack's `edited.ts` of the newest edit applied. */
    editedTs: text('edited_ts'),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
  },
  table => [
    index('messages_by_ticket').on(table.ticketNumber, table.createdAt, table.id),
    index('messages_unnamed').on(table.actorId).where(sql`${table.actorName} = ${table.actorId}`),
    unique('messages_origin').on(table.originChannel, table.originTs),
    check('messages_body_length', sql`char_length(${table.body}) <= 3000`),
    check('messages_origin_whole', sql`(${table.originChannel} is null) = (${table.originTs} is null)`),
  ],
);
