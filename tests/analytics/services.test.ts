import { type Category, createClient } from '@campus-desk/contract';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBacklog } from '../../analytics/backlog/app.ts';
import { createCategories } from '../../analytics/categories/app.ts';
import { createResolution } from '../../analytics/resolution/app.ts';
import type { Parts } from '../../analytics/service.ts';
import { ada, ben, fileTicket, startTestApi, startTicket } from '../support/api.ts';
import { emptyTestDatabase } from '../support/database.ts';

type RunningApi = Awaited<ReturnType<typeof startTestApi>>;

let api: RunningApi;
let services: Record<'backlog' | 'resolution' | 'categories', Service>;

async function createServices(changes: Partial<Parts> = {}) {
  const parts: Parts = {
    client: api.client,
    clock: api.clock.now,
    timeZone: 'Europe/Rome',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
    ...changes,
  };
  const [backlog, resolution, categories] = await Promise.all([
    createBacklog(parts),
    createResolution(parts),
    createCategories(parts),
  ]);
  return { backlog, resolution, categories };
}

const closeAll = () => Promise.all(Object.values(services).map(service => service.close()));

beforeAll(async () => {
  api = await startTestApi();
  services = await createServices();
});

beforeEach(async () => {
  await emptyTestDatabase();
  api.clock.set('2026-11-22T09:00:00.000Z');
});

afterAll(async () => {
  await closeAll();
  await api.close();
});

const reportOf = async (service: Service, query = '') => {
  const response = await service.inject(`/report?${query}`);
  return { status: response.statusCode, body: response.json() };
};

/** A ticket filed then; closed after so many hours, when they are given. */
type FileAtOptions = { hoursToClose?: number; category?: Category };

async function fileAt(time: string, { hoursToClose, category }: FileAtOptions = {}): Promise<void> {
  api.clock.set(time);
  const { number } = await fileTicket(api);
  if (category !== undefined) await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category });
  if (hoursToClose === undefined) return;
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
  api.clock.pass(hoursToClose * 3600);
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
}

describe('backlog', () => {
  test('counts from exactly so long ago up to the moment of asking, and no closed ticket', async () => {
    await fileAt('2026-11-20T20:59:59.999Z');
    await fileAt('2026-11-20T21:00:00.000Z');
    await fileAt('2026-11-21T09:00:00.000Z', { hoursToClose: 1 });
    await fileAt('2026-11-22T08:59:59.999Z');
    await fileAt('2026-11-22T09:00:00.000Z');
    await startTicket(api);
    api.clock.set('2026-11-22T09:00:00.000Z');

    const { status, body } = await reportOf(services.backlog, 'last=36h');

    expect(status).toBe(200);
    expect(body.figures).toEqual([
      { label: 'Not closed yet', value: 2 },
      { label: 'Open', value: 2 },
      { label: 'Active', value: 0 },
    ]);
    expect(body.rows).toEqual([
      ['20 Nov', 1, 0],
      ['21 Nov', 0, 0],
      ['22 Nov', 1, 0],
    ]);
  });

  test('counts only the categories it is asked about', async () => {
    await fileAt('2026-11-21T09:00:00.000Z', { category: 'it' });
    await fileAt('2026-11-21T09:00:00.000Z', { category: 'service' });
    await fileAt('2026-11-21T09:00:00.000Z', { category: 'facility' });
    api.clock.set('2026-11-22T09:00:00.000Z');

    const { body } = await reportOf(services.backlog, 'last=36h&category=it,service');

    expect(body.title).toBe('Opened in the last 36 hours, not closed yet (Technical IT, Services complaint)');
    expect(body.figures[0]).toEqual({ label: 'Not closed yet', value: 2 });
    expect(body.rows).toContainEqual(['21 Nov', 2, 0]);
  });

  test('category=wifi is refused with the categories there are', async () => {
    const { status, body } = await reportOf(services.backlog, 'category=wifi');

    expect(status).toBe(400);
    expect(body.detail).toContain('A category is facility, it, service');
  });

  test('without a period it is about the last 7 days', async () => {
    expect((await reportOf(services.backlog)).body.title).toBe('Opened in the last 7 days, not closed yet');
  });

  test.each(['0h', '-3d', '1e9d', 'yesterday', '731d', '17521h', '', '7', '1.5d'])(
    'last=%s is refused with an example',
    async last => {
      const { status, body } = await reportOf(services.backlog, `last=${encodeURIComponent(last)}`);

      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'validation_failed', errors: [{ path: 'last' }] });
      expect(body.detail).toContain('such as 36h or 7d');
    },
  );

  test.each(['1h', '730d', '17520h', ' 7D '])('last=%s is answered', async last => {
    expect((await reportOf(services.backlog, `last=${encodeURIComponent(last)}`)).status).toBe(200);
  });
});

describe('resolution', () => {
  test('puts a ticket into the month on campus in which it was opened', async () => {
    await fileAt('2026-09-30T21:59:00Z', { hoursToClose: 2 });
    await fileAt('2026-09-30T22:01:00Z', { hoursToClose: 4 });
    await fileAt('2026-10-31T22:59:00Z', { hoursToClose: 6 });
    await fileAt('2026-10-31T23:01:00Z');
    api.clock.set('2026-11-22T09:00:00Z');

    const { body } = await reportOf(services.resolution, 'months=4');

    expect(body.rows).toEqual([
      ['Aug 2026', '–', '–', '–', 'none opened'],
      ['Sep 2026', '2 h', '2 h', '2 h', '1 of 1'],
      ['Oct 2026', '5 h', '5.8 h', '5 h', '2 of 2'],
      ['Nov 2026', '–', '–', '–', '0 of 1, not finished'],
    ]);
  });

  test('without a number it is about the last 12 months', async () => {
    expect((await reportOf(services.resolution)).body.rows).toHaveLength(12);
  });

  test.each(['0', '61', '-1', '1.5', 'all', ''])('months=%s is refused with an example', async months => {
    const { status, body } = await reportOf(services.resolution, `months=${months}`);

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ path: 'months' }] });
    expect(body.detail).toContain('from 1 to 60, such as 12');
  });

  test('counts in the time zone of the API when its own is another', async () => {
    await fileAt('2026-10-31T23:01:00Z', { hoursToClose: 1 });
    api.clock.set('2026-11-22T09:00:00Z');
    const elsewhere = await createServices({ timeZone: 'America/New_York' });

    const { body } = await reportOf(elsewhere.resolution, 'months=2');
    await Promise.all(Object.values(elsewhere).map(service => service.close()));

    expect(body.timeZone).toBe('Europe/Rome');
    expect(body.rows.at(-1)[0]).toBe('Nov 2026');
    expect(body.rows.at(-1).at(-1)).toBe('1 of 1 so far');
  });
});

describe('categories', () => {
  test('counts active tickets alone', async () => {
    const { number } = await startTicket(api);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category: 'service' });
    await fileTicket(api, { actor: ada });

    const { body } = await reportOf(services.categories);

    expect(body.rows).toEqual([
      ['Facility management', 0],
      ['Technical IT', 0],
      ['Services complaint', 1],
    ]);
  });
});

describe('corrected categories', () => {
  const correctionsReport = async () => (await services.categories.inject('/categoriser')).json();

  test('are counted for the last 12 months on campus', async () => {
    for (const time of ['2025-11-30T22:59:00Z', '2025-11-30T23:01:00Z', '2026-10-31T23:01:00Z']) {
      api.clock.set(time);
      const { number } = await fileTicket(api);
      await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category: 'service' });
    }
    await fileTicket(api);
    api.clock.set('2026-11-22T09:00:00Z');

    const { rows, figures } = await correctionsReport();

    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual(['Dec 2025', 1, 1, 0, 1, 0]);
    expect(rows.at(-1)).toEqual(['Nov 2026', 2, 1, 0, 1, 0]);
    expect(figures).toMatchObject([{ value: 3 }, { value: 2 }, { value: '66.7 %' }, { value: 0 }]);
  });

  test('name the API when that is missing', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:9', token: undefined });
    const alone = await createServices({ client });

    const { body } = await alone.categories.inject('/categoriser');
    await Promise.all(Object.values(alone).map(service => service.close()));

    expect(JSON.parse(body)).toMatchObject({ detail: expect.stringContaining('The ticket API cannot be') });
  });
});

describe('every analytics service', () => {
  const names = ['backlog', 'resolution', 'categories'] as const;

  afterEach(() => api.clock.set('2026-11-22T09:00:00Z'));

  test.each(names)('%s says that it is alive, and what it offers', async name => {
    const [health, ready, description, metrics] = await Promise.all(
      ['/healthz', '/readyz', '/openapi.json', '/metrics'].map(path => services[name].inject(path)),
    );

    expect([health?.statusCode, ready?.statusCode, metrics?.statusCode]).toEqual([200, 200, 200]);
    expect(description?.json()).toMatchObject({ openapi: '3.1.0', paths: { '/report': { get: {} } } });
  });

  test.each(names)('%s names the API when that is missing', async name => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:9', token: undefined });
    const alone = await createServices({ client });

    const response = await alone[name].inject('/report');
    const ready = await alone[name].inject('/readyz');
    await Promise.all(Object.values(alone).map(service => service.close()));

    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      status: 503,
      code: 'unavailable',
      detail: expect.stringContaining('The ticket API cannot be reached'),
    });
    expect(ready.statusCode).toBe(503);
  });

  test.each(names)('%s asks for the token where there is one', async name => {
    const guarded = await createServices({ token: 'a secret of ours' });

    const refused = await guarded[name].inject('/report');
    const answered = await guarded[name].inject({
      url: '/report',
      headers: { authorization: 'Bearer a secret of ours' },
    });
    await Promise.all(Object.values(guarded).map(service => service.close()));

    expect([refused.statusCode, answered.statusCode]).toEqual([401, 200]);
  });
});
