import { waveScopes } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { tickets } from './tickets.ts';

/** Waves: several people reported the same, far more than was likely. Helpdesk is told of each once. */
export const waves = pgTable(
  'waves',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** The first ticket, whose history tells of the wave. */
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
    scope: text({ enum: waveScopes }).notNull(),
    /** Everybody who has reported it so far. */
    people: integer().notNull(),
    /** How many reports the last weeks made likely for these two hours. */
    likely: real().notNull(),
    foundAt: instant('found_at').notNull(),
    lastReportAt: instant('last_report_at').notNull(),
    /** Where helpdesk is told of it; null until it is. */
    channel: text(),
    ts: text(),
    /** The channel where it is posted, before it is known to stand there. */
    postingTo: text('posting_to'),
  },
  table => [
    index('waves_by_ticket').on(table.ticketNumber),
    check('waves_message_whole', sql`(${table.channel} is null) = (${table.ts} is null)`),
  ],
);

/** The tickets of a wave. One that is reported again after long may be part of two. */
export const waveTickets = pgTable(
  'wave_tickets',
  {
    waveId: integer('wave_id')
      .notNull()
      .references(() => waves.id),
    ticketNumber: integer('ticket_number')
      .notNull()
      .references(() => tickets.number),
  },
  table => [
    primaryKey({ columns: [table.waveId, table.ticketNumber] }),
    index('wave_tickets_by_ticket').on(table.ticketNumber),
  ],
);
