import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { wakeTickets } from '../../../api/tickets/wake-tickets.ts';
import {
  ada,
  ben,
  carla,
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

const until = '2026-11-24T09:00:00.000Z';
const waiting = { until, reason: 'A spare part, see <!channel>' };
const change = (body: object, number = 1) => api.call(`PATCH /v1/tickets/${number}`, body);
const waits = (number = 1) => change({ actor: ben, waiting }, number);
const says = (actor: object) => api.call('POST /v1/tickets/1/messages', { actor, body: 'Well?' });
const ticket = async () => (await api.call('GET /v1/tickets/1?role=helpdesk')).body;
const history = async () => (await api.call('GET /v1/tickets/1/events?role=helpdesk')).body.events;
const kinds = async () => (await history()).map(({ type }: { type: string }) => type);
const wake = () =>
  wakeTickets({ db: api.db, databaseTime: () => sql`${api.clock.now().toISOString()}::timestamptz` });

describe('letting a ticket wait', () => {
  test('says until when and for what, and its history keeps it', async () => {
    await startTicket(api);

    const answer = await waits();

    expect(answer).toMatchObject({ status: 200, body: { status: 'active', waiting, version: 3 } });
    expect((await ticket()).waiting).toEqual(waiting);
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.waiting',
      actor: ben,
      changes: { waiting: { from: null, to: waiting } },
    });
    expect((await waits()).body.version).toBe(3);
  });

  test('is refused to users, before work began, once closed, and for the past, in one sentence', async () => {
    await fileTicket(api);
    await startTicket(api);
    await closeTicket(api);

    expect(await change({ actor: ada, waiting }, 2)).toMatchObject({ status: 403 });
    expect(await change({ actor: ada, waiting: null }, 2)).toMatchObject({ status: 403 });
    expect(await waits(1)).toMatchObject({
      status: 409,
      body: { code: 'illegal_transition', detail: 'Ticket #1 is open. Start work on it before it waits.' },
    });
    expect(await waits(3)).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
    const past = { until: '2026-11-22T08:59:59.000Z', reason: 'x' };
    expect(await change({ actor: ben, waiting: past }, 2)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'waiting.until', message: 'That date is in the past. Choose a later one.' }] },
    });
    expect((await change({ actor: ben, waiting: { ...waiting, reason: ' ' } }, 2)).status).toBe(400);
    expect((await change({ actor: ben, waiting: { ...waiting, reason: 'x'.repeat(3001) } }, 2)).status).toBe(
      400,
    );
    expect((await change({ actor: ben, waiting, status: 'closed' }, 2)).status).toBe(400);
  });

  test('can be changed, and ended, by hand; of two at once one is told about the other', async () => {
    await startTicket(api);
    await waits();

    const answers = await Promise.all(
      [ben, carla].map(actor =>
        change({ actor, version: 3, waiting: { until, reason: `Says ${actor.name}` } }),
      ),
    );
    const ended = await change({ actor: ben, waiting: null });

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(ended.body.waiting).toBeNull();
    expect((await kinds()).slice(-3)).toEqual(['ticket.waiting', 'ticket.waiting', 'ticket.woken']);
  });

  test('ends with closing, which is one event', async () => {
    await startTicket(api);
    await waits();

    const closed = await change({ actor: ben, status: 'closed' });
    api.clock.set('2026-11-25T09:00:00.000Z');

    expect(closed.body).toMatchObject({ status: 'closed', waiting: null });
    expect(await wake()).toBe(0);
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.closed',
      changes: { waiting: { from: waiting, to: null } },
    });
  });

  test('leaves it out of what waits for one side', async () => {
    await startTicket(api);
    await waits();

    const found = await api.call('GET /v1/tickets?role=helpdesk&move=helpdesk');

    expect(found.body.tickets).toEqual([]);
    expect((await ticket()).move).toBe('helpdesk');
  });
});

describe('a waiting ticket', () => {
  test('is woken once by its reporter’s word, however many they are', async () => {
    await startTicket(api);
    await waits();

    await Promise.all([1, 2, 3].map(() => says(ada)));

    expect(await ticket()).toMatchObject({ waiting: null, version: 4 });
    const woken = (await history()).filter(({ type }: { type: string }) => type === 'ticket.woken');
    expect(woken).toMatchObject([{ actor: ada, changes: { waiting: { from: waiting, to: null } } }]);
  });

  test('goes on waiting when helpdesk, or another user, writes', async () => {
    await startTicket(api);
    await waits();

    await says(ben);
    await says({ id: 'U09', name: 'Mei', role: 'user' });

    expect((await ticket()).waiting).toEqual(waiting);
  });

  test('is woken once by its date, however many copies look, and not before', async () => {
    await startTicket(api);
    await waits();

    expect(await wake()).toBe(0);
    api.clock.set(until);
    const woken = await Promise.all([wake(), wake(), wake()]);

    expect(woken.reduce((sum, some) => sum + some, 0)).toBe(1);
    expect(await ticket()).toMatchObject({ waiting: null, version: 4, modifiedAt: until });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.woken',
      actor: { id: 'campus-desk', name: 'Campus Desk', role: 'helpdesk' },
      changes: { waiting: { from: waiting, to: null } },
    });
  });

  test('is woken once when its reporter writes as its date comes', async () => {
    await startTicket(api);
    await waits();
    api.clock.set(until);

    await Promise.all([wake(), says(ada), wake(), says(ada)]);

    expect((await kinds()).filter((type: string) => type === 'ticket.woken')).toHaveLength(1);
  });

  test('shows users its reason too, and loses it when who wrote it is forgotten', async () => {
    await startTicket(api);
    await waits();
    expect((await api.call('GET /v1/tickets/1')).body.waiting).toEqual(waiting);

    await api.call('POST /v1/people/U02/forget', { by: 'DPO' });

    expect(JSON.stringify([await ticket(), await history()])).not.toContain('spare part');
  });
});
