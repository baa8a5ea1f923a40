import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi, testStart } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const call = async (path: `/${string}`) => (await api.call(`GET ${path}`)).body;

/**
 * Open tickets, a second apart, the newest last; some at a time, because the embedded database keeps the event loop meanwhile,
 * and an API on a busy machine would take that for too much to do.
 */
async function fill(count: number): Promise<void> {
  for (let from = 1; from <= count; from += 100)
    await api.db.execute(sql`
      insert into tickets (status, description, category, category_source, category_unsure, category_because, reporter_id,
        reporter_name, opened_at, modified_at)
      select 'open', 'No WiFi in room ' || n, 'it', 'helpdesk', false, '{}', 'U01', 'Ada', at, at
      from generate_series(${from}::int, ${Math.min(from + 99, count)}::int) as n,
        lateral (select ${testStart}::timestamptz + n * interval '1 second') as t (at)`);
}

describe('a list of more tickets than are counted', () => {
  test('says the exact total up to a thousand', async () => {
    await fill(1000);

    const list = await call('/v1/tickets?limit=1');

    expect([list.total, list.totalIsMore]).toEqual([1000, undefined]);
  });

  test('says that there are more than a thousand', async () => {
    await fill(1001);

    const list = await call('/v1/tickets?limit=1');

    expect([list.total, list.totalIsMore]).toEqual([1000, true]);
  });
});

describe('a search that matches more than a thousand tickets', () => {
  test('ranks the newest thousand, and says that there are more', async () => {
    await fill(1200);

    const first = await call('/v1/tickets?q=wifi&limit=1');
    const last = await call(`/v1/tickets?q=wifi&limit=100&cursor=${cursorAfter(900)}`);

    expect([first.tickets[0].number, first.total, first.totalIsMore]).toEqual([1200, 1000, true]);
    expect([last.tickets.at(-1).number, last.nextCursor]).toEqual([201, null]);
  });

  test('finds one old ticket by a word that only it has', async () => {
    await fill(1200);

    const list = await call('/v1/tickets?q=3');

    expect(list.tickets.map((ticket: { number: number }) => ticket.number)).toEqual([3]);
  });

  test('sorted by time it reaches all of them', async () => {
    await fill(1200);

    const list = await call('/v1/tickets?q=wifi&sort=openedAt&limit=1');

    expect([list.tickets[0].number, list.total, list.totalIsMore]).toEqual([1, 1000, true]);
  });

  test('has all of them as CSV', async () => {
    await fill(1200);

    const { status, body } = await api.call('GET /v1/tickets.csv?q=wifi');

    expect(status, JSON.stringify(body).slice(0, 500)).toBe(200);
    expect(body.trimEnd().split('\r\n')).toHaveLength(1201);
  });
});

function cursorAfter(skip: number): string {
  return Buffer.from(JSON.stringify(['match', skip])).toString('base64url');
}
