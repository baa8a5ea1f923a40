import type { Category, Status } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, tickets } from '../../../db/index.ts';
import {
  ada,
  ben,
  closeTicket,
  createTestApi,
  fileTicket,
  startTicket,
  type TestApi,
} from '../../support/api.ts';

const hour = 3600;

type StoreInput = { db: Database; openedAt: string; status?: Status; category?: Category; seconds?: number };

/** A ticket written as it would stand there, without going through the API. */
async function store(input: StoreInput): Promise<void> {
  const { db, openedAt, status = 'open', category = 'it', seconds = 0 } = input;
  const opened = new Date(openedAt);
  const closed = new Date(opened.getTime() + seconds * 1000);
  await db.insert(tickets).values({
    status,
    description: 'x',
    category,
    categorySource: 'helpdesk',
    categoryUnsure: false,
    categoryBecause: [],
    reporterId: 'U01',
    reporterName: 'Ada',
    openedAt: opened,
    startedAt: status === 'open' ? null : opened,
    closedAt: status === 'closed' ? closed : null,
    modifiedAt: closed,
  });
}

describe('GET /v1/tickets/summary', () => {
  let api: TestApi;
  const summary = async (query: string) => (await api.call(`GET /v1/tickets/summary?${query}`)).body;
  const groups = async (query: string) =>
    (await summary(query)).groups.map(({ key, open, active, closed }: Record<string, unknown>) => [
      key,
      open,
      active,
      closed,
    ]);

  beforeEach(async () => {
    api = await createTestApi();
  });

  afterEach(() => api.close());

  test('without a grouping everything is one group', async () => {
    await fileTicket(api);
    await startTicket(api);
    const { number } = await startTicket(api);
    api.clock.pass(3 * hour);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    expect(await summary('')).toEqual({
      groupBy: 'none',
      timeZone: 'Europe/Rome',
      groups: [
        {
          key: 'all',
          from: null,
          to: null,
          count: 3,
          open: 1,
          active: 1,
          closed: 1,
          resolution: { meanSeconds: 3 * hour, medianSeconds: 3 * hour, p90Seconds: 3 * hour },
        },
      ],
    });
  });

  test('statuses and categories without tickets are there with zeros', async () => {
    await store({ db: api.db, openedAt: '2026-11-22T08:00:00Z', status: 'active', category: 'service' });

    expect(await groups('groupBy=status')).toEqual([
      ['open', 0, 0, 0],
      ['active', 0, 1, 0],
      ['closed', 0, 0, 0],
    ]);
    expect(await groups('groupBy=category&status=active')).toEqual([
      ['facility', 0, 0, 0],
      ['it', 0, 0, 0],
      ['service', 0, 1, 0],
    ]);
  });

  test('without any ticket there is nothing to group by time, and zeros otherwise', async () => {
    expect(await groups('groupBy=openedMonth')).toEqual([]);
    expect(await groups('')).toEqual([['all', 0, 0, 0]]);
  });

  test('status and category filter', async () => {
    await store({ db: api.db, openedAt: '2026-11-22T08:00:00Z', status: 'open', category: 'it' });
    await store({
      db: api.db,
      openedAt: '2026-11-22T08:00:00Z',
      status: 'closed',
      category: 'it',
      seconds: 60,
    });
    await store({
      db: api.db,
      openedAt: '2026-11-22T08:00:00Z',
      status: 'closed',
      category: 'service',
      seconds: 60,
    });

    expect(await groups('status=open,active')).toEqual([['all', 1, 0, 0]]);
    expect(await groups('category=it')).toEqual([['all', 1, 0, 1]]);
    expect(await groups('groupBy=status&status=closed&category=service')).toEqual([['closed', 0, 0, 1]]);
  });

  test('a period includes its start and not its end', async () => {
    for (const openedAt of ['2026-11-22T07:59:59.999Z', '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z'])
      for (const status of ['open', 'closed'] as const) await store({ db: api.db, openedAt, status });

    const period = 'openedFrom=2026-11-22T08:00:00Z&openedTo=2026-11-22T09:00:00Z';
    expect(await groups(period)).toEqual([['all', 1, 0, 1]]);
    expect(await groups(`groupBy=openedHour&${period}`)).toEqual([['2026-11-22T09:00+01:00', 1, 0, 1]]);
  });

  test('months are cut where they end on campus, and empty ones are there', async () => {
    const opened = [
      '2026-08-31T21:59:00Z',
      '2026-08-31T22:01:00Z',
      '2026-10-31T22:59:00Z',
      '2026-10-31T23:01:00Z',
    ];
    for (const openedAt of opened) {
      await store({ db: api.db, openedAt });
      await store({ db: api.db, openedAt, status: 'closed', seconds: 10 });
    }

    expect(await groups('groupBy=openedMonth')).toEqual([
      ['2026-08', 1, 0, 1],
      ['2026-09', 1, 0, 1],
      ['2026-10', 1, 0, 1],
      ['2026-11', 1, 0, 1],
    ]);
    expect(
      await groups('groupBy=openedMonth&openedFrom=2026-05-31T22:00:00Z&openedTo=2026-08-31T22:00:00Z'),
    ).toEqual([
      ['2026-06', 0, 0, 0],
      ['2026-07', 0, 0, 0],
      ['2026-08', 1, 0, 1],
    ]);
  });

  test('without given ends the first and the last period are whole, also at the end of summer time', async () => {
    await store({ db: api.db, openedAt: '2026-10-24T10:00:00Z' });
    await store({ db: api.db, openedAt: '2026-10-24T22:30:00Z' });

    const days = await summary('groupBy=openedDay');
    const month = await summary('groupBy=openedMonth');

    expect(days.groups.map(({ from, to }: Record<string, string>) => [from, to])).toEqual([
      ['2026-10-23T22:00:00.000Z', '2026-10-24T22:00:00.000Z'],
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ]);
    expect(month.groups).toMatchObject([
      { key: '2026-10', from: '2026-09-30T22:00:00.000Z', to: '2026-10-31T23:00:00.000Z', count: 2 },
    ]);
  });

  test('the day on which summer time ends has 25 hours, and the one on which it begins 23', async () => {
    const autumn = await summary(
      'groupBy=openedDay&openedFrom=2026-10-24T22:00:00Z&openedTo=2026-10-26T23:00:00Z',
    );
    const spring = await summary(
      'groupBy=openedHour&openedFrom=2026-03-28T23:00:00Z&openedTo=2026-03-29T22:00:00Z',
    );
    const hours = await summary(
      'groupBy=openedHour&openedFrom=2026-10-24T23:30:00Z&openedTo=2026-10-25T01:30:00Z',
    );

    expect(autumn.groups.map(({ key, from, to }: Record<string, string>) => [key, from, to])).toEqual([
      ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
      ['2026-10-26', '2026-10-25T23:00:00.000Z', '2026-10-26T23:00:00.000Z'],
    ]);
    expect(spring.groups).toHaveLength(23);
    expect(hours.groups.map(({ key, from, to }: Record<string, string>) => [key, from, to])).toEqual([
      ['2026-10-25T01:00+02:00', '2026-10-24T23:30:00.000Z', '2026-10-25T00:00:00.000Z'],
      ['2026-10-25T02:00+02:00', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T02:00+01:00', '2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z'],
    ]);
  });

  test('the same tickets fall into other months in another time zone', async () => {
    await store({ db: api.db, openedAt: '2026-10-31T18:20:00Z', status: 'closed', seconds: 60 });
    const kathmandu = await createTestApi({ db: api.db, timeZone: 'Asia/Kathmandu' });

    const there = await kathmandu.call('GET /v1/tickets/summary?groupBy=openedMonth');
    await kathmandu.close();

    expect(there.body.groups).toMatchObject([{ key: '2026-11', closed: 1 }]);
    expect(await groups('groupBy=openedMonth')).toEqual([['2026-10', 0, 0, 1]]);
  });

  test.each([
    ['Atlantic/Azores', 'openedDay', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['America/Havana', 'openedMonth', '2026-10-31T12:00:00Z', '2026-11-01T04:30:00Z', '2026-11'],
  ])(
    'where midnight comes twice, as in %s, %s begins with the first',
    async (timeZone, groupBy, before, after, key) => {
      await store({ db: api.db, openedAt: before });
      await store({ db: api.db, openedAt: after, status: 'closed', seconds: 60 });
      const there = await createTestApi({ db: api.db, timeZone });

      const { body } = await there.call(`GET /v1/tickets/summary?groupBy=${groupBy}`);
      await there.close();

      expect(body.groups).toMatchObject([
        { open: 1, closed: 0 },
        { key, open: 0, closed: 1 },
      ]);
    },
  );

  test('mean, median and 90 % are those of the closed tickets alone', async () => {
    for (const seconds of [hour, 2 * hour, 6 * hour, 11 * hour])
      await store({ db: api.db, openedAt: '2026-11-02T08:00:00Z', status: 'closed', seconds });
    await store({ db: api.db, openedAt: '2026-11-02T08:00:00Z' });

    const [november] = (await summary('groupBy=openedMonth')).groups;

    expect(november).toMatchObject({ count: 5, closed: 4 });
    expect(november.resolution.meanSeconds).toBe(5 * hour);
    expect(november.resolution.medianSeconds).toBe(4 * hour);
    expect(november.resolution.p90Seconds).toBe(9.5 * hour);
  });

  test.each([
    ['groupBy=week', 'groupBy'],
    ['status=waiting', 'status'],
    ['openedFrom=yesterday', 'openedFrom'],
    ['openedFrom=2026-11-22T08:00:00Z&openedTo=2026-11-22T08:00:00Z', 'openedTo'],
    ['groupBy=openedHour&openedFrom=2020-01-01T00:00:00Z&openedTo=2026-01-01T00:00:00Z', 'groupBy'],
  ])('%s is refused', async (query, path) => {
    const { status, body } = await api.call(`GET /v1/tickets/summary?${query}`);

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });
});

describe('closing_times', () => {
  /** The same questions, answered from the tickets themselves. */
  const byKey = (key: SQL) => sql`
    select ${key} as key, count(*)::int as closed,
      avg(seconds)::float8 as mean, percentile_cont(0.5) within group (order by seconds) as median,
      percentile_cont(0.9) within group (order by seconds) as p90
    from tickets, lateral (select extract(epoch from closed_at - opened_at)::float8 as seconds) as took
    where status = 'closed' group by 1 order by 1`;
  const questions = {
    openedMonth: byKey(sql`to_char(opened_at at time zone 'Europe/Rome', 'YYYY-MM')`),
    category: byKey(sql`category::text`),
    status: byKey(sql`status::text`),
    none: byKey(sql`'all'`),
  };
  const fromScratch = sql`
    select opened_month, category, duration_step(took), count(*)::int as tickets, sum(took)::text as milliseconds
    from tickets, milliseconds_between(opened_at, closed_at) as took,
      lateral (values ('-infinity'::date), (date_trunc('month', opened_at at time zone 'UTC')::date)) as months (opened_month)
    where status = 'closed' group by 1, 2, 3 order by 1, 2, 3`;
  const kept = sql`
    select opened_month, category, duration_step, tickets, milliseconds::text
    from closing_times where tickets > 0 order by 1, 2, 3`;

  test('equals the tickets after any sequence of acts', async () => {
    const api = await createTestApi();
    const random = randomFrom(4);
    const numbers: number[] = [];
    api.clock.set('2026-09-28T00:00:00Z');

    for (let act = 0; act < 80; act++) {
      api.clock.pass(Math.floor(random() * 48 * hour));
      const number = numbers[Math.floor(random() * numbers.length)];
      const chance = random();
      if (chance < 0.35 || number === undefined) numbers.push((await fileTicket(api)).number);
      else if (chance < 0.75)
        await api.call(`PATCH /v1/tickets/${number}`, {
          actor: ben,
          status: chance < 0.55 ? 'active' : 'closed',
        });
      else if (chance < 0.85)
        await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category: 'service' });
      else await api.call(`POST /v1/tickets/${number}/messages`, { actor: ada, body: 'Still there?' });
    }

    expect(await rowsOf(api.db, kept)).toEqual(await rowsOf(api.db, fromScratch));
    expect((await rowsOf(api.db, questions.openedMonth)).length).toBeGreaterThan(1);
    for (const [groupBy, question] of Object.entries(questions)) {
      const { groups } = (await api.call(`GET /v1/tickets/summary?groupBy=${groupBy}&status=closed`)).body;
      for (const { key, closed, mean, median, p90 } of await rowsOf(api.db, question)) {
        const group = groups.find((one: { key: string }) => one.key === key);
        expect(group.closed).toBe(closed);
        expect(group.resolution.meanSeconds).toBeCloseTo(Number(mean), 3);
        expect(group.resolution.medianSeconds / Number(median)).toBeCloseTo(1, 1.7);
        expect(group.resolution.p90Seconds / Number(p90)).toBeCloseTo(1, 1.7);
      }
    }
    await api.close();
  });

  test('follows tickets that are written, changed and deleted many at once', async () => {
    const api = await createTestApi();
    await api.db.execute(sql`
      insert into tickets (status, description, category, category_source, category_unsure, category_because,
        reporter_id, reporter_name, opened_at, started_at, closed_at, modified_at)
      select 'closed', 'x', 'it', 'auto', false, '{}', 'U01', 'Ada', opened, opened, opened + n * interval '7 minutes', opened
      from generate_series(1, 3000) as n, lateral (select timestamptz '2026-01-01' + n * interval '3 hours' as opened) as o`);
    const afterInsert = [await rowsOf(api.db, kept), await rowsOf(api.db, fromScratch)];

    await api.db.execute(
      sql`update tickets set category = 'service', closed_at = closed_at + interval '1 hour' where number % 2 = 0`,
    );
    const afterUpdate = [await rowsOf(api.db, kept), await rowsOf(api.db, fromScratch)];
    const { groups } = (await api.call('GET /v1/tickets/summary?groupBy=openedMonth')).body;
    const exact = await rowsOf(api.db, questions.openedMonth);
    await api.db.execute(sql`delete from tickets where number % 3 = 0`);
    const afterDelete = [await rowsOf(api.db, kept), await rowsOf(api.db, fromScratch)];
    await api.close();

    for (const [counted, expected] of [afterInsert, afterUpdate, afterDelete])
      expect(counted).toEqual(expected);
    exact.forEach(({ closed, mean, median, p90 }, index) => {
      const { resolution, ...group } = groups[index];
      expect(group.closed).toBe(closed);
      expect(resolution.meanSeconds).toBeCloseTo(Number(mean), 3);
      expect(Math.abs(resolution.medianSeconds / Number(median) - 1)).toBeLessThan(0.02);
      expect(Math.abs(resolution.p90Seconds / Number(p90) - 1)).toBeLessThan(0.02);
    });
  });

  test('a ticket that is closed twice counts once, in its month and among all', async () => {
    const api = await createTestApi();
    const { number } = await closeTicket(api);

    const again = await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    expect(again.status).toBe(409);
    expect(await rowsOf(api.db, kept)).toMatchObject([{ tickets: 1 }, { tickets: 1 }]);
    await api.close();
  });
});

/** Rows of a statement, whatever driver answers. */
async function rowsOf(db: Database, statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  const result = (await db.execute(statement)) as unknown as { rows?: unknown[] } & unknown[];
  return (result.rows ?? [...result]) as Record<string, unknown>[];
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
