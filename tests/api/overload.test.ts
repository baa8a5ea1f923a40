import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/index.ts';
import { type Answer, ada, ben, createTestApi, fileTicket, startTestApi } from '../support/api.ts';
import { emptyTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

const databaseUrl = inject('testDatabaseUrls')?.[Number(process.env.VITEST_POOL_ID) - 1];

// Creating the database of the tests is no part of any of them.
beforeAll(async () => {
  await emptyTestDatabase();
});

describe.skipIf(databaseUrl === undefined)('while somebody keeps a row locked', () => {
  let opened: Awaited<ReturnType<typeof openDatabase>>;
  let api: Awaited<ReturnType<typeof startTestApi>>;
  let locker: postgres.Sql;

  beforeEach(async () => {
    await emptyTestDatabase();
    opened = await openDatabase({ databaseUrl, dataDir: undefined, progress: () => {} });
    api = await startTestApi({ db: opened.db, reserved: opened.reserved });
    locker = postgres(databaseUrl ?? '', { max: 1 });
    await fileTicket(api);
  });
  afterEach(async () => {
    await locker.end({ timeout: 0 });
    await api.close();
    await opened.close();
  });

  test('ten replies wait for it, and everything else is answered within a second', async () => {
    const lock = await locker.reserve();
    await lock`begin`;
    await lock`select from tickets where number = 1 for update`;
    const replies = Array.from({ length: 10 }, () =>
      send('POST /v1/tickets/1/messages', { actor: ada, body: 'x' }),
    );

    const others = await Promise.all([
      send('GET /readyz'),
      send('GET /v1/tickets'),
      send('GET /v1/outbox'),
      send('POST /v1/outbox/ack', { ids: [1] }),
      send('PUT /v1/leases/sync', { holder: 'bot', ttlSeconds: 30 }),
    ]);

    for (const { status, ms } of others)
      expect({ status, isSoon: ms < 1000 }).toEqual({ status: 200, isSoon: true });
    for (const { status, ms, retryAfter } of await Promise.all(replies))
      expect({ status, retryAfter, isSoon: ms < 2500 }).toEqual({
        status: 503,
        retryAfter: '1',
        isSoon: true,
      });
    await lock`rollback`;
    lock.release();
    expect((await send('POST /v1/tickets/1/messages', { actor: ada, body: 'x' })).status).toBe(201);
  });

  async function send(request: string, body?: object) {
    const [method = '', path] = request.split(' ');
    const begun = performance.now();
    const response = await fetch(`${api.url}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    await response.text();
    return {
      status: response.status,
      ms: performance.now() - begun,
      retryAfter: response.headers.get('retry-after'),
    };
  }
});

describe('with more requests than can be answered soon', () => {
  test('the ones too many are answered 503 before anything is done, and readiness and the outbox go on', async () => {
    const api = await createTestApi();
    await fileTicket(api);
    const many = Array.from({ length: 300 }, () => api.call('GET /v1/tickets'));

    const kept = await Promise.all([api.call('GET /readyz'), api.call('GET /v1/outbox')]);
    const answers = await Promise.all(many);

    expect(kept.map(({ status }) => status)).toEqual([200, 200]);
    expect(countOf(answers, 200)).toBe(200);
    expect(countOf(answers, 503)).toBe(100);
    expect((await api.call('GET /v1/tickets')).status).toBe(200);
  });
});

describe('when callers give up before they are answered', () => {
  test('as many as before are let in afterwards, and the metrics say how many they were', async () => {
    const api = await createTestApi();
    let underWay = 0;
    api.app.get('/slow', async request => {
      underWay += 1;
      await once(request.socket, 'close');
      underWay -= 1;
      return 'too late';
    });
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => api.app.close());
    const patience = new AbortController();
    const asked = Array.from({ length: 200 }, () => fetch(`${url}/slow`, { signal: patience.signal }));
    await eventually(async () => expect(underWay).toBe(200));
    const meanwhile = await api.call('GET /v1/tickets');

    patience.abort();
    await Promise.allSettled(asked);
    await eventually(async () => expect(underWay).toBe(0));

    expect(meanwhile.status).toBe(503);
    await eventually(async () => {
      const answers = await Promise.all(Array.from({ length: 201 }, () => api.call('GET /v1/tickets')));
      expect(countOf(answers, 200)).toBe(200);
    });
    expect((await api.call('GET /metrics')).body).toMatch(
      /^http_request_duration_seconds_count\{.*route="\/slow",status="499"\} 200$/m,
    );
  });
});

describe('of what one person writes', () => {
  test('more than twenty requests in a second are refused, those of others and what comes from Slack are not', async () => {
    const api = await createTestApi({ maxWritesPerSecond: 20 });
    const file = (actor: object) => api.call('POST /v1/tickets', { description: 'x', actor });
    const answers: Answer[] = [];
    for (let count = 0; count < 25; count += 1) answers.push(await file(ada));

    expect(countOf(answers, 201)).toBe(20);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect((await file(ben)).status).toBe(201);
    const origin = { channel: 'C1', ts: '1700000000.000100' };
    expect((await api.call('POST /v1/tickets/1/messages', { actor: ada, body: 'x', origin })).status).toBe(
      201,
    );
    api.clock.pass(1);
    expect((await file(ada)).status).toBe(201);
  });
});

describe('without space left on the disk', () => {
  test('storing is answered 503 and the API is not ready', async () => {
    const api = await createTestApi();
    await api.db.execute(
      sql.raw(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`),
    );
    await api.db.execute(sql`create trigger full_disk before insert on tickets execute function full_disk()`);
    try {
      expect(await api.call('POST /v1/tickets', { description: 'x', actor: ada })).toMatchObject({
        status: 503,
        body: { detail: 'There is no space left to store anything. Tell your administrator.' },
      });
      expect((await api.call('GET /readyz')).status).toBe(503);
      expect((await api.call('GET /v1/tickets')).status).toBe(200);
    } finally {
      await api.db.execute(sql`drop function full_disk cascade`);
    }
  });
});

function countOf(answers: Answer[], status: number): number {
  return answers.filter(answer => answer.status === status).length;
}
