import { categories } from '@campus-desk/contract';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { countClosedPeriods } from '../../../api/tickets/count-closed-periods.ts';
import { closedChanges, closedPeriods, type Database, tickets } from '../../../db/index.ts';
import { ada, ben, closeTicket, createTestApi, startTicket, type TestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

const timeZone = 'Europe/Rome';
const now = new Date('2026-11-22T09:00:00Z');
const count = (db: Database) => countClosedPeriods({ db, timeZone, now });

const september = 'openedFrom=2026-08-31T22:00:00Z&openedTo=2026-09-30T22:00:00Z';
const closedIn = async ({ api, query }: { api: TestApi; query: string }) => {
  const { groups } = (await api.call(`GET /v1/tickets/summary?${query}`)).body;
  return groups
    .filter(({ closed }: { closed: number }) => closed > 0)
    .map(({ key, closed, resolution }: Record<string, unknown>) => ({
      key,
      closed,
      ...(resolution as object),
    }));
};

describe('days and months that are counted beforehand', () => {
  let api: TestApi;
  const days = async () =>
    (await closedIn({ api, query: 'groupBy=openedDay&openedFrom=2026-11-21T23:00:00Z' })).map(
      ({ key, closed }: Record<string, unknown>) => [key, closed],
    );

  beforeEach(async () => {
    api = await createTestApi();
  });

  test('are answered as they were counted', async () => {
    await closeTicket(api);
    api.clock.pass(48 * 3600);
    await closeTicket(api);
    await countClosedPeriods({ db: api.db, timeZone, now: api.clock.now() });

    await api.db.update(closedPeriods).set({ closed: 7 }).where(eq(closedPeriods.closed, 1));

    expect(await days()).toEqual([
      ['2026-11-22', 7],
      ['2026-11-24', 7],
    ]);
  });

  test('follow every change at once, and are counted again with it', async () => {
    const { number } = await startTicket(api);
    await closeTicket(api);
    api.clock.pass(48 * 3600);
    await startTicket(api);
    await count(api.db);

    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    expect(await days()).toEqual([['2026-11-22', 2]]);
    expect(await api.db.$count(closedChanges)).toBe(1);
    await count(api.db);
    expect(await days()).toEqual([['2026-11-22', 2]]);
    expect(await api.db.$count(closedChanges)).toBe(0);
  });

  test('do not change with what leaves the times of closed tickets as they are', async () => {
    await startTicket(api);
    const { number } = await closeTicket(api);
    await count(api.db);

    const { status } = await api.call(`PATCH /v1/tickets/${number}`, { actor: ada, solved: true });
    expect(status).toBe(200);
    await startTicket(api);
    await api.db.update(tickets).set({ closingNote: 'Done' }).where(eq(tickets.number, number));

    expect(await api.db.$count(closedChanges)).toBe(0);
  });

  test('have the figures of the tickets, whatever happened before and after the counting', async () => {
    const time = fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    });
    const act = fc.oneof(
      fc.record({
        act: fc.constant('store' as const),
        opened: time,
        category: fc.constantFrom(...categories),
        seconds: fc.integer({ min: 0, max: 900_000 }),
      }),
      fc.record({
        act: fc.constantFrom('correct' as const, 'later' as const, 'reopen' as const, 'delete' as const),
        at: fc.nat(),
      }),
      fc.constant({ act: 'count' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 35 }), async acts => {
        const db = await emptyTestDatabase();
        await store({ db, openedAt: '2026-08-20T10:00:00Z', category: 'it', seconds: 60 });
        for (const one of acts)
          if (one.act === 'store') await store({ db, openedAt: instantOf(one.opened), ...one });
          else if (one.act === 'count') await count(db);
          else await change({ db, ...one });
        const queries = [
          `groupBy=openedDay&${september}`,
          `groupBy=openedDay&category=it&${september}`,
          'groupBy=openedDay&openedFrom=2026-08-30T11:00:00Z&openedTo=2026-09-12T11:00:00Z',
          'groupBy=openedMonth',
        ];
        const answers = [];
        for (const query of queries) answers.push(await closedIn({ api, query }));

        await db.delete(closedPeriods);

        for (const [at, query] of queries.entries())
          expect(answers[at]).toEqual(await closedIn({ api, query }));
        const plain = await db
          .select({
            key: sql`to_char(opened_at at time zone 'Europe/Rome', 'YYYY-MM')`,
            closed: sql`count(*)::int`,
          })
          .from(tickets)
          .where(eq(tickets.status, 'closed'))
          .groupBy(sql`1`)
          .orderBy(sql`1`);
        expect(answers.at(-1)).toMatchObject(plain);
      }),
      { numRuns: 4 },
    );
  });

  describe.skipIf(!process.env.TEST_DATABASE_URL)('[needs TEST_DATABASE_URL] while others write', () => {
    const isAnybodyWaiting = async () => {
      const waiting = sql`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await api.db.select({ pid: sql`pid` }).from(waiting)).length > 0;
    };

    test('lack no ticket that was being closed when they were counted', async () => {
      const { number } = await startTicket(api);
      await closeTicket(api);
      api.clock.pass(48 * 3600);
      await startTicket(api);

      await api.db.transaction(async tx => {
        await tx.update(tickets).set({ status: 'closed', closedAt: now }).where(eq(tickets.number, number));
        await count(api.db);
        expect(await days()).toEqual([['2026-11-22', 1]]);
      });

      expect(await days()).toEqual([['2026-11-22', 2]]);
    });

    test('lack no ticket that is closed while they are counted, and nobody waits for the counting', async () => {
      const { number } = await startTicket(api);
      await closeTicket(api);
      api.clock.pass(48 * 3600);
      await startTicket(api);
      let counting: Promise<boolean> | undefined;

      await api.db.transaction(async tx => {
        await tx.execute(sql`select from closed_changes for update`);
        counting = count(api.db);
        await eventually(async () => expect(await isAnybodyWaiting()).toBe(true));
        const closing = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
        expect(closing.status).toBe(200);
      });
      await counting;

      expect(await api.db.$count(closedPeriods, sql`closed = 1 and category is null`)).toBeGreaterThan(0);
      expect(await days()).toEqual([['2026-11-22', 2]]);
    });

    test('are counted once by two at the same time', async () => {
      await closeTicket(api);

      await Promise.all([count(api.db), count(api.db)]);

      expect(await days()).toEqual([['2026-11-22', 1]]);
    });
  });
});

function instantOf({ day, minute }: { day: number; minute: number }): string {
  return new Date(Date.parse('2026-08-29T22:00:00Z') + (day * 1440 + minute) * 60_000).toISOString();
}

type StoreInput = { db: Database; openedAt: string; category: (typeof categories)[number]; seconds: number };

async function store({ db, openedAt, category, seconds }: StoreInput): Promise<void> {
  const opened = new Date(openedAt);
  await db.insert(tickets).values({
    status: 'closed',
    description: 'x',
    category,
    categorySource: 'helpdesk',
    categoryUnsure: false,
    categoryBecause: [],
    reporterId: 'U01',
    reporterName: 'Ada',
    openedAt: opened,
    startedAt: opened,
    closedAt: new Date(opened.getTime() + seconds * 1000),
    modifiedAt: opened,
  });
}

type ChangeInput = { db: Database; act: 'correct' | 'later' | 'reopen' | 'delete'; at: number };

/** Changes one of the tickets there are. */
async function change({ db, act, at }: ChangeInput): Promise<void> {
  const all = await db.select({ number: tickets.number }).from(tickets).orderBy(tickets.number);
  const isOne = eq(tickets.number, all[at % all.length]?.number ?? 0);
  if (act === 'delete') await db.delete(tickets).where(isOne);
  if (act === 'correct') await db.update(tickets).set({ category: 'service' }).where(isOne);
  if (act === 'later')
    await db.update(tickets).set({ closedAt: sql`closed_at + interval '3 hours'` }).where(isOne);
  if (act === 'reopen') await db.update(tickets).set({ status: 'active', closedAt: null }).where(isOne);
}
