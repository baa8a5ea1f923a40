import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, messages, tickets } from '../../db/index.ts';
import { emptyTestDatabase } from '../support/database.ts';

const at = new Date('2026-11-22T09:00:00.000Z');
const before = new Date('2026-11-22T08:59:59.999Z');
const ticket = {
  description: 'No WiFi',
  category: 'it' as const,
  categorySource: 'auto' as const,
  categoryUnsure: false,
  categoryBecause: [],
  reporterId: 'U01',
  reporterName: 'Ada',
  openedAt: at,
  modifiedAt: at,
};
const message = { id: 'm1', ticketNumber: 1, actorId: 'U01', actorName: 'Ada', actorRole: 'user' as const };

let db: Database;
beforeEach(async () => {
  db = await emptyTestDatabase();
});

/** The name of the constraint that refuses a statement. */
const refusal = (statement: PromiseLike<unknown>) =>
  Promise.resolve(statement).then(
    () => 'none',
    error => error.cause.constraint ?? error.cause.constraint_name ?? error.cause.message,
  );

describe('the database by itself', () => {
  test.each([
    [{ status: 'active' }, 'tickets_dates_match_status'],
    [{ status: 'active', startedAt: before }, 'tickets_dates_match_status'],
    [{ status: 'closed', startedAt: at }, 'tickets_dates_match_status'],
    [{ status: 'closed', startedAt: at, closedAt: before }, 'tickets_dates_match_status'],
    [{ startedAt: at }, 'tickets_dates_match_status'],
    [{ closingNote: 'Done' }, 'tickets_closing_note_when_closed'],
    [{ description: '' }, 'tickets_description_length'],
    [{ location: '' }, 'tickets_location_length'],
    [{ categoryConfidence: 1.1 }, 'tickets_confidence_range'],
    [{ assigneeId: 'U02' }, 'tickets_assignee_whole'],
    [{ followUpOf: 9 }, 'tickets_follow_up_of_tickets_number_fk'],
    [{ duplicateOf: 9 }, 'tickets_duplicate_of_tickets_number_fk'],
    [{ status: 'reopened' }, 'invalid input value for enum status: "reopened"'],
    [{ category: 'other' }, 'invalid input value for enum category: "other"'],
  ])('refuses a ticket with %j', async (wrong, constraint) => {
    expect(await refusal(db.insert(tickets).values({ ...ticket, ...(wrong as object) }))).toBe(constraint);
  });

  test('takes a ticket of each status', async () => {
    await db
      .insert(tickets)
      .values([
        ticket,
        { ...ticket, status: 'active', startedAt: at },
        { ...ticket, status: 'closed', startedAt: at, closedAt: at, closingNote: 'Done' },
      ]);

    expect(await db.$count(tickets)).toBe(3);
  });

  test('refuses a message of no ticket, one with half an origin, and a second with the same origin', async () => {
    await db.insert(tickets).values(ticket);
    const origin = { originChannel: 'C1', originTs: '1.1' };
    const values = { ...message, body: 'x', files: [], createdAt: at };
    await db.insert(messages).values({ ...values, ...origin });

    const second = { ...values, id: 'm2' };
    expect(await refusal(db.insert(messages).values({ ...second, ticketNumber: 2 }))).toBe(
      'messages_ticket_number_tickets_number_fk',
    );
    expect(await refusal(db.insert(messages).values({ ...second, originTs: '1.1' }))).toBe(
      'messages_origin_whole',
    );
    expect(await refusal(db.insert(messages).values({ ...second, ...origin }))).toBe('messages_origin');
  });

  test('keeps times to the millisecond', async () => {
    const openedAt = new Date('2026-11-22T09:00:00.123Z');
    await db.insert(tickets).values({ ...ticket, openedAt });

    const [stored] = await db.select().from(tickets).where(eq(tickets.number, 1));

    expect(stored?.openedAt).toEqual(openedAt);
  });
});
