import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const dora = { id: 'U0DORA', name: 'Dora', role: 'user' };
const follow = (actor: { id: string }, number = 1, userId = actor.id) =>
  api.call(`PUT /v1/tickets/${number}/followers/${userId}`, { actor });
const leave = (actor: { id: string }, number = 1) =>
  api.call(`DELETE /v1/tickets/${number}/followers/${actor.id}`, { actor });
const followers = async (number = 1) =>
  (await api.call(`GET /v1/tickets/${number}/followers?role=helpdesk`)).body.followers;
const history = async () => (await api.call('GET /v1/tickets/1/events')).body.events;

describe('following a ticket', () => {
  test('counts the person once, and its history keeps it once', async () => {
    await fileTicket(api);

    const answers = await Promise.all([1, 2, 3].map(() => follow(dora)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await follow(dora)).body).toMatchObject({ followers: 1, version: 1 });
    expect(await followers()).toEqual([{ userId: 'U0DORA', duplicate: null }]);
    expect((await history()).slice(1)).toMatchObject([{ type: 'follower.joined', actor: dora, changes: {} }]);
  });

  test('ends once, too', async () => {
    await fileTicket(api);
    await follow(dora);

    expect((await leave(dora)).body).toMatchObject({ followers: 0 });
    expect((await leave(dora)).status).toBe(200);
    expect((await history()).map(({ type }: { type: string }) => type)).toEqual([
      'ticket.filed',
      'follower.joined',
      'follower.left',
    ]);
  });

  test('brings it into the list of what the person is told of, with its original, counted and page by page', async () => {
    await fileTicket(api);
    await fileTicket(api, { actor: dora });
    await fileTicket(api);
    await fileTicket(api);
    await fileTicket(api);
    await follow(dora, 1);
    await follow(dora, 4);
    await api.call('PATCH /v1/tickets/4', { actor: ben, duplicateOf: 3 });
    const page = async (query: string) => (await api.call(`GET /v1/tickets?viewer=U0DORA&${query}`)).body;
    const numbersOf = ({ tickets }: { tickets: { number: number }[] }) => tickets.map(one => one.number);

    const first = await page('told=U0DORA&limit=3');

    expect(first).toMatchObject({ total: 4, nextCursor: expect.any(String) });
    expect(numbersOf(first)).toEqual([4, 3, 2]);
    const rest = await page(`told=U0DORA&limit=3&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ total: 4, nextCursor: null });
    expect(numbersOf(rest)).toEqual([1]);
    await leave(dora, 1);
    expect(numbersOf(await page('told=U0DORA'))).toEqual([4, 3, 2]);
    expect(numbersOf(await page('told=U0DORA&q=3'))).toEqual([3]);
    expect((await api.call('GET /v1/tickets.csv?told=U0DORA&viewer=U0DORA')).body.split('\r\n')).toHaveLength(
      5,
    );
  });

  test('is listed to the person and to helpdesk alone', async () => {
    await fileTicket(api);
    await follow(dora);

    for (const viewer of ['', '&viewer=U0MEI'])
      expect(await api.call(`GET /v1/tickets?told=U0DORA${viewer}`)).toMatchObject({
        status: 403,
        body: { detail: 'Only the helpdesk sees what somebody else follows. Enter as helpdesk to do that.' },
      });
    expect((await api.call('GET /v1/tickets?told=U0DORA&role=helpdesk')).body.total).toBe(1);
  });

  test('adds nobody where they reported it themselves', async () => {
    await fileTicket(api);

    expect((await follow(ada)).body).toMatchObject({ followers: 0 });
    expect(await history()).toHaveLength(1);
  });

  test('is for oneself as a user, and for anybody as helpdesk', async () => {
    await fileTicket(api);

    expect(await follow(ada, 1, 'U0DORA')).toMatchObject({
      status: 403,
      body: { detail: 'Only the helpdesk can do this for somebody else. Enter as helpdesk to do that.' },
    });
    expect((await follow(ben, 1, 'U0DORA')).body).toMatchObject({ followers: 1 });
    expect((await history()).at(-1)).toMatchObject({ changes: { follower: { from: null, to: 'U0DORA' } } });
  });

  test('of a closed ticket is for helpdesk to read', async () => {
    await closeTicket(api);

    expect((await api.call('GET /v1/tickets/1/followers')).body).toMatchObject({
      code: 'forbidden_for_role',
      reason: 'closed_ticket',
    });
    expect((await api.call('GET /v1/tickets/1/followers?role=helpdesk')).status).toBe(200);
  });

  test('of a closed ticket, or of none, is refused', async () => {
    await closeTicket(api);

    expect(await follow(dora)).toMatchObject({ status: 403 });
    expect(await follow(ben)).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
    expect(await follow(dora, 9)).toMatchObject({ status: 404 });
    expect((await api.call('GET /v1/tickets/9/followers')).status).toBe(404);
  });

  test('of a duplicate counts for its original, once', async () => {
    await fileTicket(api);
    await fileTicket(api, { actor: { ...dora, id: 'U0MEI', name: 'Mei' } });
    await follow(dora, 2);
    await follow(dora, 1);
    await api.call('PATCH /v1/tickets/2', { actor: ben, duplicateOf: 1 });

    expect(await followers()).toEqual([
      { userId: 'U0DORA', duplicate: null },
      { userId: 'U0MEI', duplicate: 2 },
    ]);
    expect((await api.call('GET /v1/tickets/1')).body.followers).toBe(2);
  });

  test('ends for its duplicates, too, each with its history; a duplicate’s reporter is told on', async () => {
    await fileTicket(api);
    await fileTicket(api, { actor: { ...dora, id: 'U0MEI', name: 'Mei' } });
    await follow(dora, 2);
    await api.call('PATCH /v1/tickets/2', { actor: ben, duplicateOf: 1 });

    expect((await leave(dora)).body).toMatchObject({ followers: 1 });
    await leave({ ...dora, id: 'U0MEI' });

    expect(await followers()).toEqual([{ userId: 'U0MEI', duplicate: 2 }]);
    for (const number of [1, 2]) {
      const { events } = (await api.call(`GET /v1/tickets/${number}/events`)).body;
      expect(events.filter(({ type }: { type: string }) => type === 'follower.left')).toHaveLength(1);
    }
  });
});

describe('an answer to everybody', () => {
  const answer = (body: object) => api.call('POST /v1/tickets/1/messages', { body: 'It is back', ...body });

  test('is a message that says so, written by helpdesk alone, and no note', async () => {
    await fileTicket(api);

    expect(await answer({ actor: ben, toAll: true })).toMatchObject({ status: 201, body: { toAll: true } });
    expect(await answer({ actor: ada, toAll: true })).toMatchObject({
      status: 403,
      body: { detail: 'Only helpdesk answers everybody at once. Enter as helpdesk to do that.' },
    });
    expect((await answer({ actor: ben, toAll: true, internal: true })).status).toBe(400);
    expect((await answer({ actor: ben })).body.toAll).toBe(false);
  });

  test('cannot become a note: everybody has read it', async () => {
    await fileTicket(api);
    const { id } = (await answer({ actor: ben, toAll: true })).body;

    const edit = await api.call(`PATCH /v1/messages/${id}`, { actor: ben, body: 'Not yet', internal: true });

    expect(edit).toMatchObject({
      status: 403,
      body: { detail: 'Everybody has been told this, so it cannot become a note.' },
    });
  });
});

describe('privacy', () => {
  test('gives out what somebody follows, forgets it, and purges it with the ticket', async () => {
    await closeTicket(api);
    await fileTicket(api);
    await follow(dora, 2);
    await follow(ben, 2, 'U0MEI');
    const exported = (await api.call('POST /v1/people/U0DORA/export', { by: 'DPO' })).body;
    expect(exported.followed).toMatchObject([{ ticketNumber: 2, userId: 'U0DORA' }]);

    for (const id of ['U0DORA', 'U0MEI']) await api.call(`POST /v1/people/${id}/forget`, { by: 'DPO' });

    expect(await followers(2)).toEqual([]);
    const { body } = await api.call('GET /v1/tickets/2/events?role=helpdesk');
    expect(JSON.stringify(body)).not.toMatch(/U0DORA|U0MEI/);
  });

  test('purges followers with an old ticket', async () => {
    await fileTicket(api);
    await follow(dora);
    for (const status of ['active', 'closed']) await api.call('PATCH /v1/tickets/1', { actor: ben, status });
    api.clock.set('2028-11-22T09:00:00.000Z');

    await api.call('POST /v1/tickets/purge', { by: 'DPO', closedDaysAgo: 365 });

    expect(await followers()).toEqual([]);
  });
});
