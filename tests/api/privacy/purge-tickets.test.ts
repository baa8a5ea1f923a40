import { getTableColumns, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, tickets } from '../../../db/index.ts';
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

  describe('of many tickets', () => {
    beforeEach(async () => {
      const { number: _number, search: _search, ...columns } = getTableColumns(tickets);
      const names = sql.join(
        Object.values(columns).map(({ name }) => sql.identifier(name)),
        sql`, `,
      );
      await api.db.execute(sql`insert into tickets (${names})
        select ${names} from tickets, generate_series(1, 130) where number = 1`);
    });

    /** The API over a database that commits so many transactions, and what came of each. */
    const withTransactions = async (most: number) => {
      let count = 0;
      const transaction: Database['transaction'] = (work, options) => {
        count += 1;
        return count > most
          ? Promise.reject(new Error('the database is gone'))
          : api.db.transaction(work, options);
      };
      const db = Object.assign(Object.create(api.db) as Database, { transaction });
      return { purging: await createTestApi({ db }), count: () => count };
    };

    test('keeps others waiting for a hundred at a time only', async () => {
      const { purging, count } = await withTransactions(9);
      purging.clock.pass(40 * 24 * 60 * 60);

      const { body } = await purging.call('POST /v1/tickets/purge', order);

      expect(body).toMatchObject({ tickets: 131, isMore: false });
      expect(count()).toBe(2);
    });

    test('says what it removed also where it could not go on', async () => {
      const { purging } = await withTransactions(1);
      purging.clock.pass(40 * 24 * 60 * 60);

      expect((await purging.call('POST /v1/tickets/purge', order)).status).toBe(500);

      const { acts } = (await api.call('GET /v1/privacy/acts')).body;
      expect(acts).toMatchObject([{ type: 'tickets.purged', counts: { tickets: 100 } }]);
    });
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
