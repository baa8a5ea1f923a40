import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

/** When helpdesk is there, as the campus file says; api/responses/keep-office-hours.ts keeps it. */
export const officeHours = pgTable(
  'office_hours',
  {
    timeZone: text('time_zone').notNull(),
    /** 1 is Monday. */
    weekday: smallint().notNull(),
    /** Minutes since midnight. */
    opens: smallint().notNull(),
    closes: smallint().notNull(),
  },
  table => [
    primaryKey({ columns: [table.weekday, table.opens] }),
    check('office_hours_weekday', sql`${table.weekday} between 1 and 7`),
    check('office_hours_span', sql`${table.opens} < ${table.closes}`),
  ],
);

/** Days on which helpdesk is not there whatever the hours say, such as holidays. */
export const officeClosures = pgTable('office_closures', { day: date().primaryKey() });

/**
 * What response_times counts, in office hours only; empty while none are known. Triggers on the first responses keep it
 * with the function working_milliseconds(), and a change of the hours counts all of it anew.
 */
export const workingTimes = pgTable(
  'working_times',
  {
    openedMonth: date('opened_month').notNull(),
    durationStep: smallint('duration_step').notNull(),
    tickets: integer().notNull(),
    milliseconds: bigint({ mode: 'number' }).notNull(),
  },
  table => [
    primaryKey({ columns: [table.openedMonth, table.durationStep] }),
    check('working_times_counted', sql`${table.tickets} >= 0 and ${table.milliseconds} >= 0`),
  ],
);
