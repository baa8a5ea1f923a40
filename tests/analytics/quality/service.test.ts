import { createClient } from '@campus-desk/contract';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createQuality } from '../../../analytics/quality/app.ts';
import type { Parts } from '../../../analytics/service.ts';
import { ada, ben, fileTicket, startTestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

let api: Awaited<ReturnType<typeof startTestApi>>;
let quality: Service;

const create = (changes: Partial<Parts> = {}) =>
  createQuality({
    client: api.client,
    clock: api.clock.now,
    timeZone: 'Europe/Rome',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
    ...changes,
  });

beforeAll(async () => {
  api = await startTestApi();
  quality = await create();
});
beforeEach(async () => {
  await emptyTestDatabase();
  api.clock.set('2026-11-22T09:00:00.000Z');
});
afterAll(async () => {
  await quality.close();
  await api.close();
});

const reportOf = async (query: string) => {
  const response = await quality.inject(`/report?${query}`);
  return { status: response.statusCode, body: response.json() };
};

describe('quality', () => {
  test('says how long the first answer took, by month of opening on campus', async () => {
    const { number } = await fileTicket(api);
    api.clock.pass(1500);
    await api.call(`POST /v1/tickets/${number}/messages`, { actor: ben, body: 'On my way.' });

    const { status, body } = await reportOf('about=response&months=2');

    expect(status).toBe(200);
    expect(body).toMatchObject({ service: 'quality', title: 'Time to the first answer, last 2 months' });
    expect(body.rows).toEqual([
      ['Oct 2026', '–', '–', '–', 'none opened'],
      ['Nov 2026', '25 min', '25 min', '25 min', '1 of 1'],
    ]);
  });

  test('says how many categories people corrected', async () => {
    const { number } = await fileTicket(api);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category: 'service' });

    const { body } = await reportOf('about=corrections&months=1');

    expect(body).toMatchObject({ service: 'quality', rows: [['Nov 2026', 1, 1, 0, 1, 0]] });
    expect(body.insight).toContain('1 of 1 categories was corrected');
  });

  test('says what reporters answer to “Solved?”, all categories shown', async () => {
    const { number } = await fileTicket(api);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ada, solved: true });

    const { status, body } = await reportOf('about=satisfaction&months=1');

    expect(status).toBe(200);
    expect(body).toMatchObject({ service: 'quality', title: 'Solved? Tickets of this month' });
    expect(body.insight).toBe('The only reporter who answered says that it is solved.');
    expect(body.rows).toEqual([
      ['Facility management', 0, 0, 0, 0, 0],
      ['Technical IT', 1, 1, 0, 0, 0],
      ['Services complaint', 0, 0, 0, 0, 0],
    ]);
  });

  test('says where what is not closed is, also that of which no place is known', async () => {
    await fileTicket(api);

    const { status, body } = await reportOf('about=places');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      service: 'quality',
      title: 'Not closed yet, by place',
      rows: [['No place', 1, 0, 1]],
    });
  });

  test.each(['', 'about=weather', 'about=response&months=0', 'about=response&last=7d'])(
    '?%s is refused',
    async query => {
      const { status, body } = await reportOf(query);

      expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
    },
  );

  test('names the API when that is missing', async () => {
    const alone = await create({ client: createClient({ baseUrl: 'http://127.0.0.1:9', token: undefined }) });

    const response = await alone.inject('/report?about=response');
    const ready = await alone.inject('/readyz');
    await alone.close();

    expect(response.json()).toMatchObject({
      status: 503,
      detail: expect.stringContaining('The ticket API cannot'),
    });
    expect(ready.statusCode).toBe(503);
  });

  test('asks for the token where there is one', async () => {
    const guarded = await create({ token: 'a secret of ours' });

    const refused = await guarded.inject('/report?about=response');
    await guarded.close();

    expect(refused.statusCode).toBe(401);
  });
});
