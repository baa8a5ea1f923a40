import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, carla, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi({ timeZone: 'Europe/Rome' });
});

/** A ticket opened then, which the categoriser takes for `it`; then set to these, one after the other. */
async function fileAt(time: string, ...set: string[]): Promise<void> {
  api.clock.set(time);
  const { number } = await fileTicket(api);
  for (const [index, category] of set.entries()) {
    api.clock.pass(60);
    await api.call(`PATCH /v1/tickets/${number}`, { actor: index === 0 ? ben : carla, category });
  }
}

const summarise = async (query: Record<string, string> = {}) =>
  api.call(`GET /v1/categoriser/corrections/summary?${new URLSearchParams(query)}`);

describe('the summary of corrections', () => {
  test('counts by the month on campus in which a ticket was opened, empty months too', async () => {
    await fileAt('2026-08-31T21:59:00Z', 'facility');
    await fileAt('2026-10-31T22:59:00Z', 'service');
    await fileAt('2026-10-31T23:01:00Z', 'service');
    await fileAt('2026-11-02T09:00:00Z', 'service');
    await fileAt('2026-11-02T09:00:00Z', 'it');
    await fileAt('2026-11-02T09:00:00Z');

    const { body } = await summarise({
      openedFrom: '2026-08-31T22:00:00Z',
      openedTo: '2026-11-30T23:00:00Z',
    });

    expect(body).toEqual({
      timeZone: 'Europe/Rome',
      months: [
        {
          key: '2026-09',
          from: '2026-08-31T22:00:00.000Z',
          to: '2026-09-30T22:00:00.000Z',
          categorised: 0,
          confirmed: 0,
          corrected: 0,
          corrections: [],
        },
        {
          key: '2026-10',
          from: '2026-09-30T22:00:00.000Z',
          to: '2026-10-31T23:00:00.000Z',
          categorised: 1,
          confirmed: 0,
          corrected: 1,
          corrections: [{ from: 'it', to: 'service', count: 1 }],
        },
        {
          key: '2026-11',
          from: '2026-10-31T23:00:00.000Z',
          to: '2026-11-30T23:00:00.000Z',
          categorised: 4,
          confirmed: 1,
          corrected: 2,
          corrections: [{ from: 'it', to: 'service', count: 2 }],
        },
      ],
    });
  });

  test('takes the last word about a ticket', async () => {
    await fileAt('2026-11-02T09:00:00Z', 'service', 'facility');
    await fileAt('2026-11-02T09:00:00Z', 'service', 'it');

    const { body } = await summarise();

    expect(body.months).toMatchObject([
      { categorised: 2, confirmed: 1, corrected: 1, corrections: [{ from: 'it', to: 'facility', count: 1 }] },
    ]);
  });

  test('counts closed tickets too', async () => {
    await fileAt('2026-11-02T09:00:00Z', 'service');
    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'active' });
    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'closed' });

    expect((await summarise()).body.months).toMatchObject([{ key: '2026-11', categorised: 1, corrected: 1 }]);
  });

  test('without a ticket has no month', async () => {
    expect((await summarise()).body).toEqual({ timeZone: 'Europe/Rome', months: [] });
  });

  test('refuses an empty period and unknown parameters', async () => {
    const empty = { openedFrom: '2026-11-01T00:00:00Z', openedTo: '2026-11-01T00:00:00Z' };

    expect(await summarise(empty)).toMatchObject({ status: 400, body: { errors: [{ path: 'openedTo' }] } });
    expect(await summarise({ reporter: ada.id })).toMatchObject({ status: 400 });
  });
});
