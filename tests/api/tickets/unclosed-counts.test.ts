import { categories, type Status } from '@campus-desk/contract';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { joinUnclosedCounts } from '../../../api/tickets/join-unclosed-counts.ts';
import { type Database, tickets, unclosedCounts } from '../../../db/index.ts';
import { ada, ben, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

/** In New Delhi, where days begin within an hour of UTC, and with beginnings and ends at any minute. */
const queries = [
  'groupBy=openedHour&openedFrom=2026-09-01T00:00:00Z&openedTo=2026-09-04T07:45:10Z',
  'groupBy=openedDay&openedFrom=2026-09-01T00:00:00Z',
  'groupBy=openedDay&openedFrom=2026-09-02T10:10:00Z&openedTo=2026-09-02T10:50:00Z',
  'groupBy=openedDay&status=open,active&category=it&openedFrom=2026-09-01T09:59:59.999Z&openedTo=2026-09-05T10:00:00.001Z',
  'groupBy=openedMonth',
  'groupBy=status',
  'groupBy=status&status=open&openedFrom=2026-09-02T10:10:00Z',
  'groupBy=category&status=active',
];

type Group = { key: string; from: string | null; to: string | null; open: number; active: number };

let api: TestApi;
const summary = async (query: string): Promise<Group[]> =>
  (await api.call(`GET /v1/tickets/summary?${query}`)).body.groups;
const unclosed = async () => {
  const [all] = await summary('groupBy=none');
  return [all?.open, all?.active];
};

beforeEach(async () => {
  api = await createTestApi({ timeZone: 'Asia/Kolkata' });
});

describe('tickets that are not closed', () => {
  test('are counted at once, before and after their counts are joined', async () => {
    await fileTicket(api);
    const { number } = await fileTicket(api);
    await startTicket(api);
    expect(await unclosed()).toEqual([2, 1]);

    await joinUnclosedCounts(api.db);
    expect(await unclosed()).toEqual([2, 1]);
    expect(await api.db.select({ tickets: unclosedCounts.tickets }).from(unclosedCounts)).toHaveLength(2);

    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
    expect(await unclosed()).toEqual([1, 1]);
  });

  test('add nothing to what is counted when what changes is something else', async () => {
    const { number } = await fileTicket(api);
    const rows = await api.db.$count(unclosedCounts);

    await api.call(`PATCH /v1/tickets/${number}`, { actor: ada, location: 'Room 12' });

    expect(await api.db.$count(unclosedCounts)).toBe(rows);
  });

  test('leave nothing behind when all of them are gone', async () => {
    const db = await emptyTestDatabase();
    await store({ db, minutes: 0, category: 'it', status: 'open' });
    await store({ db, minutes: 0, category: 'it', status: 'active' });

    await db.delete(tickets);
    await joinUnclosedCounts(api.db);

    expect(await api.db.$count(unclosedCounts)).toBe(0);
  });

  test('have the figures of the tickets, whatever happened before and after the joining', async () => {
    const act = fc.oneof(
      fc.record({
        act: fc.constant('store' as const),
        minutes: fc.integer({ min: 0, max: 6 * 1440 }),
        category: fc.constantFrom(...categories),
        status: fc.constantFrom<Status>('open', 'active', 'closed'),
      }),
      fc.record({
        act: fc.constantFrom('correct' as const, 'open' as const, 'close' as const, 'delete' as const),
        at: fc.nat(),
      }),
      fc.constant({ act: 'join' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 35 }), async acts => {
        const db = await emptyTestDatabase();
        await store({ db, minutes: 600, category: 'it', status: 'open' });
        for (const one of acts)
          if (one.act === 'store') await store({ db, ...one });
          else if (one.act === 'join') await joinUnclosedCounts(db);
          else await change({ db, ...one });

        for (const query of queries)
          for (const group of await summary(query))
            expect([group.open, group.active]).toEqual(await countOf({ db, query, group }));
      }),
      { numRuns: 4 },
    );
  });

  test.skipIf(!process.env.TEST_DATABASE_URL)(
    '[needs TEST_DATABASE_URL] are joined by several at the same time, while others file',
    async () => {
      for (let filed = 0; filed < 5; filed += 1) await fileTicket(api);

      await Promise.all([
        joinUnclosedCounts(api.db),
        fileTicket(api),
        joinUnclosedCounts(api.db),
        fileTicket(api),
        joinUnclosedCounts(api.db),
      ]);

      expect(await unclosed()).toEqual([7, 0]);
    },
  );
});

type CountOfInput = { db: Database; query: string; group: Group };

/** What the tickets themselves say of a group. */
async function countOf({ db, query, group: { key, from, to } }: CountOfInput): Promise<unknown[]> {
  const asked = new URLSearchParams(query);
  const statuses = asked.get('status')?.split(',') ?? ['open', 'active'];
  const isKey = { status: sql`status::text = ${key}`, category: sql`category::text = ${key}` }[
    asked.get('groupBy') ?? ''
  ];
  const [counted] = await db
    .select({
      open: sql`count(*) filter (where status = 'open')`.mapWith(Number),
      active: sql`count(*) filter (where status = 'active')`.mapWith(Number),
    })
    .from(tickets)
    .where(
      sql`status::text in ${statuses} and ${isKey ?? sql`true`} and category::text = ${asked.get('category') ?? sql`category::text`}
        and opened_at >= coalesce(${from}::timestamptz, opened_at) and (${to}::timestamptz is null or opened_at < ${to}::timestamptz)`,
    );
  return [counted?.open, counted?.active];
}

type StoreInput = { db: Database; minutes: number; category: (typeof categories)[number]; status: Status };

/** A ticket that was opened so many minutes after the beginning of September. */
async function store({ db, minutes, category, status }: StoreInput): Promise<void> {
  const openedAt = new Date(Date.parse('2026-09-01T00:00:00Z') + minutes * 60_000);
  await db.insert(tickets).values({
    status,
    description: 'x',
    category,
    categorySource: 'helpdesk',
    categoryUnsure: false,
    categoryBecause: [],
    reporterId: 'U01',
    reporterName: 'Ada',
    openedAt,
    startedAt: status === 'open' ? null : openedAt,
    closedAt: status === 'closed' ? openedAt : null,
    modifiedAt: openedAt,
  });
}

type ChangeInput = { db: Database; act: 'correct' | 'open' | 'close' | 'delete'; at: number };

/** Changes one of the tickets there are. */
async function change({ db, act, at }: ChangeInput): Promise<void> {
  const all = await db.select({ number: tickets.number }).from(tickets).orderBy(tickets.number);
  const isOne = eq(tickets.number, all[at % all.length]?.number ?? 0);
  if (act === 'delete') await db.delete(tickets).where(isOne);
  if (act === 'correct') await db.update(tickets).set({ category: 'service' }).where(isOne);
  if (act === 'open')
    await db.update(tickets).set({ status: 'open', startedAt: null, closedAt: null }).where(isOne);
  if (act === 'close')
    await db
      .update(tickets)
      .set({ status: 'closed', startedAt: sql`opened_at`, closedAt: sql`opened_at + interval '1 hour'` })
      .where(isOne);
}
