import { categories, categorySources, statuses } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  real,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';

export const status = pgEnum('status', statuses);
export const category = pgEnum('category', categories);
export const categorySource = pgEnum('category_source', categorySources);

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const tickets = pgTable(
  'tickets',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    status: status().notNull().default('open'),
    description: text().notNull(),
    location: text(),
    /** The place by its name in the campus file at that time; null where none is known. */
    place: text(),
    /** A person has said the place, or that it is none: nothing decides it again. */
    placeByHand: boolean('place_by_hand').notNull().default(false),
    category: category().notNull(),
    /** The second likeliest, null when a person has chosen. */
    categorySecond: category('category_second'),
    categorySource: categorySource('category_source').notNull(),
    categoryConfidence: real('category_confidence'),
    categoryUnsure: boolean('category_unsure').notNull(),
    categoryBecause: text('category_because').array().notNull(),
    /** Version of the categoriser that chose, null when a person did. */
    categoryModel: text('category_model'),
    reporterId: text('reporter_id').notNull(),
    reporterName: text('reporter_name').notNull(),
    /** Other users do not read who that is. */
    nameHidden: boolean('name_hidden').notNull().default(false),
    assigneeId: text('assignee_id'),
    assigneeName: text('assignee_name'),
    followUpOf: integer('follow_up_of').references((): AnyPgColumn => tickets.number),
    /** The ticket that tells of the same problem and is worked on; that one is no duplicate itself. */
    duplicateOf: integer('duplicate_of').references((): AnyPgColumn => tickets.number),
    sourcePermalink: text('source_permalink'),
    closingNote: text('closing_note'),
    openedAt: instant('opened_at').notNull(),
    startedAt: instant('started_at'),
    modifiedAt: instant('modified_at').notNull(),
    closedAt: instant('closed_at'),
    closedById: text('closed_by_id'),
    closedByName: text('closed_by_name'),
    /** Its words tell of danger, or a person said so. */
    urgent: boolean().notNull().default(false),
    urgentByHand: boolean('urgent_by_hand').notNull().default(false),
    /** What the reporter says of it once it is closed. */
    solved: boolean(),
    /** Helpdesk offers the closing note to who reports the same. */
    answersOthers: boolean('answers_others').notNull().default(false),
    version: integer().notNull().default(1),
    /** Helpdesk wrote the last message that the reporter sees: it is their turn. */
    awaitsReporter: boolean('awaits_reporter').notNull().default(false),
    /** An active ticket waits until then, and for what; both null where it does not. */
    waitingUntil: instant('waiting_until'),
    waitingReason: text('waiting_reason'),
    /**
     * The words twice: as English stems, and as typed without hyphens, so that the beginning of a word is found too
     * ("flickeri" in "flickering") and "wifi" finds "Wi-Fi".
     */
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`to_tsvector('english', description || ' ' || coalesce(location, ''))
          || to_tsvector('simple', replace(description || ' ' || coalesce(location, ''), '-', ''))`,
      ),
  },
  table => [
    // The list is sorted by opening, or by the last change; nothing else.
    index('tickets_by_opening').on(table.openedAt, table.number),
    index('tickets_by_change').on(table.modifiedAt, table.number),
    // "My tickets".
    index('tickets_by_reporter').on(table.reporterId, table.openedAt),
    // What somebody works on, or did.
    index('tickets_by_assignee')
      .on(table.assigneeId, table.openedAt)
      .where(sql`${table.assigneeId} is not null`),
    // What is not closed stays few while closed tickets grow without end. All that is counted of them stands in the index.
    index('tickets_unclosed_counted')
      .on(table.status, table.openedAt, table.category)
      .where(sql`${table.status} <> 'closed'`)
      .concurrently(),
    // What closed tickets took, where it is not counted by whole months: everything that is asked stands in the index.
    index('tickets_closed')
      .on(table.openedAt, table.category, table.closedAt)
      .where(sql`${table.status} = 'closed'`),
    // People whose name was not known when they acted.
    index('tickets_unnamed_reporter')
      .on(table.reporterId)
      .where(sql`${table.reporterName} = ${table.reporterId}`),
    index('tickets_unnamed_assignee')
      .on(table.assigneeId)
      .where(sql`${table.assigneeName} = ${table.assigneeId}`),
    // Closing notes that answer others.
    index('tickets_answering').on(table.modifiedAt).where(sql`${table.answersOthers}`).concurrently(),
    // What follows up on a ticket.
    index('tickets_follow_ups').on(table.followUpOf).where(sql`${table.followUpOf} is not null`),
    index('tickets_duplicates').on(table.duplicateOf).where(sql`${table.duplicateOf} is not null`),
    index('tickets_by_place')
      .on(table.place, table.openedAt, table.number)
      .where(sql`${table.place} is not null`),
    index('tickets_waiting').on(table.waitingUntil).where(sql`${table.waitingUntil} is not null`),
    index('tickets_by_words').using('gin', table.search),
    // What users search; without the list of what is still to be sorted in, through which every search would have to go.
    index('tickets_unclosed_by_words')
      .using('gin', table.search)
      .where(sql`${table.status} <> 'closed'`)
      .with({ fastupdate: false })
      .concurrently(),
    check('tickets_description_length', sql`char_length(${table.description}) between 1 and 3000`),
    check('tickets_location_length', sql`char_length(${table.location}) between 1 and 200`),
    check('tickets_confidence_range', sql`${table.categoryConfidence} between 0 and 1`),
    check(
      'tickets_dates_match_status',
      // Comparing with null would be null, which a check lets pass: hence coalesce.
      sql`case ${table.status}
        when 'open' then ${table.startedAt} is null and ${table.closedAt} is null
        when 'active' then coalesce(${table.startedAt} >= ${table.openedAt}, false) and ${table.closedAt} is null
        when 'closed' then coalesce(${table.startedAt} >= ${table.openedAt} and ${table.closedAt} >= ${table.startedAt}, false)
      end`,
    ),
    check(
      'tickets_closing_note_when_closed',
      sql`${table.closingNote} is null or ${table.status} = 'closed'`,
    ),
    check('tickets_assignee_whole', sql`(${table.assigneeId} is null) = (${table.assigneeName} is null)`),
  ],
);
