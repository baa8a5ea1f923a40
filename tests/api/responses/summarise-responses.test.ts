import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, fileTicket, startTestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

let api: Awaited<ReturnType<typeof startTestApi>>;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  await emptyTestDatabase();
  api.clock.set('2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const november = { openedFrom: '2026-10-31T23:00:00Z', openedTo: '2026-11-30T23:00:00Z' };
const write = (number: number, actor: typeof ben | typeof ada) =>
  api.call(`POST /v1/tickets/${number}/messages`, { actor, body: 'Which room?' });
const start = (number: number) => api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
const close = (number: number) => api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
const all = async () => (await api.client.summariseResponses(november)).overall;

describe('the summary of first responses', () => {
  test('counts from opening to the first message of helpdesk, and nothing that comes later', async () => {
    const { number } = await fileTicket(api);
    api.clock.pass(60);
    await write(number, ada);
    api.clock.pass(60);
    await write(number, ben);
    api.clock.pass(3600);
    await write(number, ben);
    await start(number);
    await close(number);

    expect(await all()).toEqual({
      count: 1,
      responded: 1,
      response: { meanSeconds: 120, medianSeconds: 120, p90Seconds: 120 },
    });
  });

  test('counts the start of work where it comes first', async () => {
    const { number } = await fileTicket(api);
    api.clock.pass(300);
    await start(number);
    api.clock.pass(60);
    await write(number, ben);

    expect((await all()).response).toMatchObject({ medianSeconds: 300 });
  });

  test('passes notes by, also those that were messages first', async () => {
    const { number } = await fileTicket(api);
    const path = `POST /v1/tickets/${number}/messages` as const;
    api.clock.pass(60);
    await api.call(path, { actor: ben, body: 'Ada again', internal: true });
    const { body: message } = await api.call(path, { actor: ben, body: 'Ada again' });
    api.clock.pass(60);
    await write(number, ben);
    const before = await all();

    await api.call(`PATCH /v1/messages/${message.id}`, { actor: ben, body: 'Ada again', internal: true });

    expect(before.response).toMatchObject({ medianSeconds: 60 });
    expect((await all()).response).toMatchObject({ medianSeconds: 120 });
  });

  test('has no time while nobody of helpdesk has written or started', async () => {
    const { number } = await fileTicket(api);
    await write(number, ada);

    expect(await all()).toEqual({ count: 1, responded: 0, response: null });
  });

  test('stands in the month on campus in which the ticket was opened', async () => {
    for (const time of [
      '2026-10-31T22:59:00Z',
      '2026-10-31T23:01:00Z',
      '2026-11-30T22:59:00Z',
      '2026-11-30T23:01:00Z',
    ]) {
      api.clock.set(time);
      const { number } = await fileTicket(api);
      api.clock.pass(600);
      await start(number);
    }

    const { months } = await api.client.summariseResponses({
      openedFrom: '2026-09-30T22:00:00Z',
      openedTo: '2026-12-31T23:00:00Z',
    });

    expect(months.map(({ key, count, responded }) => [key, count, responded])).toEqual([
      ['2026-10', 1, 1],
      ['2026-11', 2, 2],
      ['2026-12', 1, 1],
    ]);
  });

  test('forgets a ticket that is deleted', async () => {
    const { number } = await fileTicket(api);
    await start(number);
    const db = await emptyTestDatabase();

    const { rows } = (await db.execute(sql`select * from response_times`)) as unknown as { rows: unknown[] };
    expect(rows ?? []).toEqual([]);
  });

  test('is refused for an empty period', async () => {
    const { status, body } = await api.call(
      'GET /v1/tickets/responses/summary?openedFrom=2026-11-02T00:00:00Z&openedTo=2026-11-01T00:00:00Z',
    );

    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
  });
});
