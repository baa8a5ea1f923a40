import { beforeEach, describe, expect, test } from 'vitest';
import { ada, closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
  await closeTicket(api, { description: 'The old lamp' });
  await fileTicket(api, { description: 'An old open lamp' });
  api.clock.pass(40 * 24 * 60 * 60);
  await closeTicket(api, { description: 'The new lamp' });
});

const order = { by: 'root', closedDaysAgo: 30 };
const read = async (number: number) => (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body;

describe('purging', () => {
  test('removes texts and names of what was closed long ago, and nothing else', async () => {
    const untouched = [await read(2), await read(3)];

    const { body } = await api.call('POST /v1/tickets/purge', order);

    expect(body).toEqual({ tickets: 1, messages: 0, events: 3, isMore: false });
    expect(await read(1)).toMatchObject({
      status: 'closed',
      description: '(removed)',
      location: null,
      reporter: { id: 'removed', name: '(removed)' },
      assignee: { id: 'removed', name: '(removed)' },
      openedAt: '2026-11-22T09:00:00.000Z',
    });
    expect([await read(2), await read(3)]).toEqual(untouched);
  });

  test('keeps the counts, and makes no work for Slack', async () => {
    const before = (await api.call('GET /v1/tickets/summary?groupBy=openedMonth')).body;
    const waiting = (await api.call('GET /v1/outbox')).body.events.length;

    await api.call('POST /v1/tickets/purge', order);

    expect((await api.call('GET /v1/tickets/summary?groupBy=openedMonth')).body).toEqual(before);
    expect((await api.call('GET /v1/outbox')).body.events).toHaveLength(waiting);
  });

  test('only counts when it is dry', async () => {
    expect((await api.call('POST /v1/tickets/purge', { ...order, dryRun: true })).body.tickets).toBe(1);
    expect((await read(1)).description).toBe('The old lamp');
    expect((await api.call('GET /v1/privacy/acts')).body.acts).toEqual([]);
  });

  test('is done once, and again for what was written since', async () => {
    await api.call('POST /v1/tickets/purge', order);
    const again = (await api.call('POST /v1/tickets/purge', order)).body.tickets;
    await api.call('POST /v1/tickets/1/messages', { actor: ada, body: 'Still dark' });
    const later = (await api.call('POST /v1/tickets/purge', order)).body;

    expect({ again, later: later.tickets }).toEqual({ again: 0, later: 1 });
    const { messages } = (await api.call('GET /v1/tickets/1/messages?role=helpdesk')).body;
    expect(messages).toMatchObject([{ body: '(removed)', actor: { id: 'removed' } }]);
    expect((await api.call('GET /v1/privacy/acts')).body.acts).toHaveLength(2);
  });
});
