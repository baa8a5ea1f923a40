import { sql } from 'drizzle-orm';
import { check, date, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

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
