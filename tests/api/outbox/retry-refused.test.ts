import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApi, fileTicket, type TestApi, testStart } from '../../support/api.ts';

describe('what Slack refused', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await createTestApi();
    await fileTicket(api);
    await fileTicket(api);
    await fileTicket(api);
    const refused = [
      { id: 1, reason: 'not_in_channel', where: 'C1' },
      { id: 2, reason: 'not_in_channel', where: 'C1' },
      { id: 3, reason: 'user_disabled', where: 'DM with U1' },
    ];
    await api.call('POST /v1/outbox/ack', { refused });
  });
  afterEach(() => api.close());

  const pending = async () =>
    (await api.call('GET /v1/outbox')).body.events.map(({ id }: { id: number }) => id);
  const retry = (body: object) => api.call('POST /v1/outbox/retry', body);

  test('waits outside the outbox, counted by reason and place', async () => {
    expect(await pending()).toEqual([]);
    expect((await api.call('GET /v1/outbox/refused')).body).toEqual({
      refused: [
        { reason: 'not_in_channel', where: 'C1', count: 2, oldestAt: testStart },
        { reason: 'user_disabled', where: 'DM with U1', count: 1, oldestAt: testStart },
      ],
    });
  });

  test('goes back in by place, by ticket, or altogether', async () => {
    expect((await retry({ ticketNumber: 2 })).body).toEqual({ retried: 1 });
    expect(await pending()).toEqual([2]);
    expect((await retry({ where: 'C1' })).body).toEqual({ retried: 1 });
    expect(await pending()).toEqual([1, 2]);
    expect((await retry({})).body).toEqual({ retried: 1 });
    expect(await pending()).toEqual([1, 2, 3]);
  });

  test('is asked for in vain once it was shown', async () => {
    await retry({});
    await api.call('POST /v1/outbox/ack', { ids: [1, 2, 3] });

    expect((await retry({})).body).toEqual({ retried: 0 });
    expect((await api.call('GET /v1/outbox/refused')).body).toEqual({ refused: [] });
  });
});
