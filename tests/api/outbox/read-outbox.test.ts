import type { TicketEvent } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOutboxNotifier } from '../../../api/outbox/notifier.ts';
import { readOutbox } from '../../../api/outbox/read-outbox.ts';
import { events } from '../../../db/index.ts';
import {
  ada,
  ben,
  createTestApi,
  fileTicket,
  startTestApi,
  type TestApi,
  testStart,
} from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api.close());

const outbox = async (query = ''): Promise<TicketEvent[]> =>
  (await api.call(`GET /v1/outbox${query}`)).body.events;
const ids = async (query = '') => (await outbox(query)).map(event => event.id);
const acknowledge = (body: object) => api.call('POST /v1/outbox/ack', body);

describe('the outbox', () => {
  test('holds what Slack does not show yet, oldest first, as it stands in the history', async () => {
    await fileTicket(api);
    await fileTicket(api);
    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'active' });

    const pending = await outbox();

    expect(pending.map(event => [event.id, event.type, event.ticketNumber])).toEqual([
      [1, 'ticket.filed', 1],
      [2, 'ticket.filed', 2],
      [3, 'ticket.started', 1],
    ]);
    expect((await api.call('GET /v1/tickets/1/events')).body.events).toEqual([pending[0], pending[2]]);
  });

  test('gives no more than asked for', async () => {
    for (let count = 0; count < 3; count += 1) await fileTicket(api);

    expect(await ids('?limit=2')).toEqual([1, 2]);
  });

  test.each(['wait=26', 'wait=-1', 'wait=long', 'limit=0', 'limit=501', 'x=1'])('refuses %s', async query => {
    expect(await api.call(`GET /v1/outbox?${query}`)).toMatchObject({ status: 400 });
  });

  test('answers at once while there is something, however long one would wait', async () => {
    await fileTicket(api);

    expect(await ids('?wait=25')).toEqual([1]);
  });

  test('leaves out the events that are being shown already, and goes on behind them', async () => {
    for (let count = 0; count < 4; count += 1) await fileTicket(api);

    const { body } = await api.call('POST /v1/outbox/read?limit=2', { except: [1, 3] });

    expect(body.events.map(({ id }: TicketEvent) => id)).toEqual([2, 4]);
  });

  test.each([{}, { except: [0] }, { except: [], x: 1 }])('refuses to leave out %o', async body => {
    expect(await api.call('POST /v1/outbox/read', body)).toMatchObject({ status: 400 });
  });

  test('holds nothing of a change that was refused', async () => {
    await api.call('POST /v1/tickets', { description: 'x', actor: ada, followUpOf: 9 });

    expect(await ids()).toEqual([]);
  });
});

describe('waiting for the outbox', () => {
  test('ends when something is stored', async () => {
    const waiting = ids('?wait=25');
    await fileTicket(api);

    expect(await waiting).toEqual([1]);
  });

  test('ends when something else is stored than what is being shown', async () => {
    await fileTicket(api);
    const waiting = api.call('POST /v1/outbox/read?wait=25', { except: [1] });
    await fileTicket(api);

    expect((await waiting).body.events).toMatchObject([{ id: 2 }]);
  });

  test('ends for everybody who waits', async () => {
    const waiting = [ids('?wait=25'), ids('?wait=25')];
    await fileTicket(api);

    expect(await Promise.all(waiting)).toEqual([[1], [1]]);
  });

  test('ends when another process has stored something', async () => {
    const other = await createTestApi({ db: api.db });
    const waiting = ids('?wait=25');

    await fileTicket(other);

    expect(await waiting).toEqual([1]);
  });

  test('ends empty when the time is over', async () => {
    expect(await ids('?wait=0.05')).toEqual([]);
  });

  test('ends empty when the service stops, which does not wait for it', async () => {
    const listening = await startTestApi();
    const waiting = listening.client.readOutbox({ wait: 25 });
    await inService(listening.app.server);

    const stoppedFrom = performance.now();
    await listening.close();

    expect(await waiting).toEqual({ events: [] });
    expect(performance.now() - stoppedFrom).toBeLessThan(5000);
  });

  test('ends when whoever waits has gone', async () => {
    const gone = new AbortController();
    const waiting = readOutbox({
      db: api.db,
      notifier: createOutboxNotifier(),
      limit: 1,
      waitMs: 25_000,
      signal: gone.signal,
    });

    gone.abort();

    expect(await waiting).toEqual({ events: [] });
  });
});

describe('the time left to wait', () => {
  test('is never negative, of which Node 24 warns', async () => {
    const notifier = createOutboxNotifier();
    const asked: number[] = [];
    const noting: typeof notifier = {
      ...notifier,
      waitForNotification: options => {
        asked.push(options.timeoutMs);
        return notifier.waitForNotification(options);
      },
    };

    for (const waitMs of [0, 5])
      await readOutbox({
        db: api.db,
        notifier: noting,
        limit: 1,
        waitMs,
        signal: AbortSignal.timeout(10_000),
      });

    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter(timeoutMs => timeoutMs < 0)).toEqual([]);
  });
});

describe('acknowledging', () => {
  test('is refused under an older fence than the lease has, and changes nothing', async () => {
    await fileTicket(api);
    const { body: lease } = await api.call('PUT /v1/leases/sync', { holder: 'bot-1', ttlSeconds: 30 });
    api.clock.pass(30);
    await api.call('PUT /v1/leases/sync', { holder: 'bot-2', ttlSeconds: 30 });

    const answer = await acknowledge({ ids: [1], fence: lease.fence });

    expect(answer).toMatchObject({ status: 409, body: { code: 'version_conflict', fence: 2 } });
    expect(await ids()).toEqual([1]);
    expect((await acknowledge({ ids: [1], fence: 2 })).body).toEqual({ acknowledged: 1 });
  });

  test('takes events out of the outbox and leaves them in the history', async () => {
    await fileTicket(api);
    await fileTicket(api);

    const answer = await acknowledge({ ids: [1] });

    expect(answer).toEqual({ status: 200, type: 'application/json', body: { acknowledged: 1 } });
    expect(await ids()).toEqual([2]);
    expect((await api.call('GET /v1/tickets/1/events')).body.events).toHaveLength(1);
  });

  test('counts only what was still there', async () => {
    await fileTicket(api);
    await acknowledge({ ids: [1] });

    expect((await acknowledge({ ids: [1, 2, 99] })).body).toEqual({ acknowledged: 0 });
  });

  test('stores why an event was given up', async () => {
    await fileTicket(api);
    await fileTicket(api);
    api.clock.pass(60);

    const answer = await acknowledge({ ids: [2], failed: [{ id: 1, reason: 'channel_not_found' }] });

    expect(answer.body).toEqual({ acknowledged: 2 });
    expect(await ids()).toEqual([]);
    const stored = await api.db.select().from(events).orderBy(events.id);
    expect(stored).toMatchObject([
      { id: 1, shownAt: new Date(Date.parse(testStart) + 60_000), failure: 'channel_not_found' },
      { id: 2, shownAt: new Date(Date.parse(testStart) + 60_000), failure: null },
    ]);
  });

  test('never turns what was shown into a failure', async () => {
    await fileTicket(api);
    await acknowledge({ ids: [1] });

    const answer = await acknowledge({ failed: [{ id: 1, reason: 'too late' }] });

    expect(answer.body).toEqual({ acknowledged: 0 });
    expect(await api.db.select().from(events).where(eq(events.id, 1))).toMatchObject([{ failure: null }]);
  });

  test('by two at once counts each event once', async () => {
    for (let count = 0; count < 4; count += 1) await fileTicket(api);

    const answers = await Promise.all([acknowledge({ ids: [1, 2, 3] }), acknowledge({ ids: [3, 2, 4] })]);

    expect(answers.map(answer => answer.body.acknowledged).reduce((sum, count) => sum + count)).toBe(4);
  });

  test.each([
    { ids: ['1'] },
    { ids: [0] },
    { failed: [{ id: 1 }] },
    { failed: [{ id: 1, reason: '' }] },
    { all: true },
  ])('refuses %j', async body => {
    expect((await acknowledge(body)).status).toBe(400);
  });
});

/** Resolves once the server has a request under way. */
function inService(server: TestApi['app']['server']): Promise<void> {
  return new Promise(done => server.once('request', () => done()));
}
