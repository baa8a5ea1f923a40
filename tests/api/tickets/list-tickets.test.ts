import type { Ticket } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ada,
  ben,
  closeTicket,
  createTestApi,
  fileTicket,
  startTicket,
  type TestApi,
} from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const list = async (query = '') => (await api.call(`GET /v1/tickets${query}`)).body;
const numbers = async (query = '') => (await list(query)).tickets.map((ticket: Ticket) => ticket.number);

/** Walks all pages and answers the numbers on each. */
async function pages(query: string): Promise<number[][]> {
  const found: number[][] = [];
  for (let cursor = ''; ; ) {
    const page = await list(`${query}${cursor}`);
    found.push(page.tickets.map((ticket: Ticket) => ticket.number));
    if (page.nextCursor === null) return found;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

describe('the list of tickets', () => {
  test('still says how many there are on a page whose tickets were closed meanwhile', async () => {
    const { number } = await startTicket(api);
    api.clock.pass(60);
    await fileTicket(api);
    const first = await list('?limit=1');
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });

    const second = await list(`?limit=1&cursor=${first.nextCursor}`);

    expect(second).toEqual({ tickets: [], nextCursor: null, total: 1 });
  });

  test('shows a user open and active ones, newest first', async () => {
    await fileTicket(api);
    api.clock.pass(60);
    await closeTicket(api);
    api.clock.pass(60);
    const active = await startTicket(api);

    const answer = await list();

    expect(answer).toMatchObject({ total: 2, nextCursor: null });
    expect(answer.tickets[0]).toEqual(active);
    expect(await numbers()).toEqual([3, 1]);
    expect(await numbers('?role=helpdesk')).toEqual([3, 2, 1]);
  });

  test('can be that of one assignee', async () => {
    await fileTicket(api);
    await startTicket(api);

    expect(await numbers(`?role=helpdesk&assignee=${ben.id}`)).toEqual([2]);
    expect(await numbers('?role=helpdesk&assignee=U99')).toEqual([]);
  });

  test('is empty where nothing is', async () => {
    expect(await list()).toEqual({ tickets: [], nextCursor: null, total: 0 });
  });

  test('is filtered by status, category and reporter', async () => {
    await fileTicket(api, { description: 'A window' });
    await startTicket(api, { description: 'WiFi', actor: ben });
    await closeTicket(api, { description: 'WiFi' });

    expect(await numbers('?status=open')).toEqual([1]);
    expect(await numbers('?status=active,open')).toEqual([2, 1]);
    expect(await numbers('?role=helpdesk&status=closed')).toEqual([3]);
    expect(await numbers('?role=helpdesk&status=open,closed')).toEqual([3, 1]);
    expect(await numbers('?category=it')).toEqual([2]);
    expect(await numbers('?reporter=U02')).toEqual([2]);
    expect(await numbers('?reporter=U02&category=facility')).toEqual([]);
    expect(await numbers("?reporter=' or 1=1 --")).toEqual([]);
  });

  test('is filtered by whether somebody has the ticket', async () => {
    await fileTicket(api, { description: 'A window' });
    await startTicket(api, { description: 'WiFi', actor: ben });

    expect(await numbers('?unassigned=true')).toEqual([1]);
    expect((await api.call('GET /v1/tickets?unassigned=yes')).status).toBe(400);
  });

  test.each(['closed', 'open,closed'])('refuses a user who asks for %s ones', async status => {
    expect(await api.call(`GET /v1/tickets?status=${status}`)).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden_for_role',
        detail: 'Closed tickets are shown to helpdesk only: /ticket list closed as helpdesk',
      },
    });
  });

  test.each([
    ['status=foo', 'status'],
    ['status=', 'status'],
    ['status=open,', 'status'],
    ['category=other', 'category'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=many', 'limit'],
    ['sort=number', 'sort'],
    ['q=', 'q'],
    ['colour=red', ''],
  ])('refuses %s', async (query, path) => {
    expect(await api.call(`GET /v1/tickets?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ path }] },
    });
  });
});

describe('the pages of the list', () => {
  beforeEach(async () => {
    for (let count = 0; count < 5; count += 1) {
      // Two tickets share each moment of opening, so that the number must settle their order.
      if (count % 2 === 0) api.clock.pass(60);
      await fileTicket(api);
    }
  });

  test('hold every ticket once, in each order', async () => {
    api.clock.pass(60);
    await api.call('PATCH /v1/tickets/2', { actor: ada, location: 'Hall' });

    expect(await pages('?limit=2')).toEqual([[5, 4], [3, 2], [1]]);
    expect(await pages('?limit=2&sort=-openedAt')).toEqual([[5, 4], [3, 2], [1]]);
    expect(await pages('?limit=2&sort=openedAt')).toEqual([[1, 2], [3, 4], [5]]);
    expect(await pages('?limit=2&sort=-modifiedAt')).toEqual([[2, 5], [4, 3], [1]]);
  });

  test('say the total of all pages, on each', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);

    expect([first.total, second.total]).toEqual([5, 5]);
  });

  test('do not shift when a ticket is filed meanwhile', async () => {
    const first = await list('?limit=2');
    api.clock.pass(60);
    await fileTicket(api);

    expect(await numbers(`?limit=2&cursor=${first.nextCursor}`)).toEqual([3, 2]);
  });

  test('end without a cursor when the last is full', async () => {
    expect((await list('?limit=5')).nextCursor).toBeNull();
  });

  test.each([
    'zzz',
    '%F0%9F%98%80',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["-openedAt","yesterday",1]').toString('base64url'),
    Buffer.from('["-openedAt","2026-11-22T09:00:00.000Z","1"]').toString('base64url'),
    Buffer.from('["match",20]').toString('base64url'),
  ])('refuse cursor %s', async cursor => {
    expect(await api.call(`GET /v1/tickets?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: {
        code: 'validation_failed',
        detail: 'The cursor does not belong to this list. Begin again without a cursor.',
        errors: [{ path: 'cursor' }],
      },
    });
  });

  test('refuse the cursor of another order', async () => {
    const { nextCursor } = await list('?limit=2&sort=openedAt');

    expect(await api.call(`GET /v1/tickets?limit=2&cursor=${nextCursor}`)).toMatchObject({ status: 400 });
  });
});
