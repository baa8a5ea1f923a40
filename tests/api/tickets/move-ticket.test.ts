import { beforeEach, describe, expect, test } from 'vitest';
import {
  ada,
  ben,
  carla,
  closeTicket,
  createTestApi,
  fileTicket,
  startTicket,
  type TestApi,
  testStart,
} from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const change = (body: object, number = 1) => api.call(`PATCH /v1/tickets/${number}`, body);
const history = async (number = 1) =>
  (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body.events;
const later = '2026-11-22T09:10:00.000Z';

describe('handing over', () => {
  const person = { id: 'U03', name: 'Carla' };

  test('makes somebody else the assignee, whatever the status is, and leaves the status', async () => {
    await fileTicket(api);

    const open = await change({ actor: ben, assignee: person });
    await change({ actor: ben, status: 'active' });
    const active = await change({ actor: ben, assignee: person });

    expect(open.body).toMatchObject({ status: 'open', assignee: person, startedAt: null, version: 2 });
    expect(active.body).toMatchObject({ status: 'active', assignee: person, version: 4 });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.assigned',
      actor: ben,
      changes: { assignee: { from: { id: 'U02', name: 'Ben' }, to: person } },
    });
  });

  test('to nobody gives the ticket back', async () => {
    await startTicket(api);

    const { body } = await change({ actor: carla, assignee: null });

    expect(body).toMatchObject({ status: 'active', assignee: null });
  });

  test('to whoever has it changes nothing', async () => {
    await startTicket(api);

    const { body } = await change({ actor: ben, assignee: { id: 'U02', name: 'Ben' } });

    expect(body.version).toBe(2);
  });

  test('is the helpdesk’s, and a closed ticket stays as it is', async () => {
    await closeTicket(api);
    const refused = await change({ actor: ben, assignee: null });
    expect(refused).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });

    const { number } = await fileTicket(api);
    const forbidden = await change({ actor: ada, assignee: person }, number);
    expect(forbidden).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden_for_role',
        detail: 'Only the helpdesk can change the assignee of a ticket. Enter as helpdesk to do that.',
      },
    });
  });

  test('of two at once one wins where both saw the same ticket', async () => {
    await startTicket(api);
    const to = (id: string) => change({ actor: ben, version: 2, assignee: { id, name: id } });

    const statuses = (await Promise.all([to('U03'), to('U04')])).map(({ status }) => status);

    expect(statuses.toSorted()).toEqual([200, 409]);
  });
});

describe('starting work', () => {
  test('makes the ticket active and the actor its assignee', async () => {
    const open = await fileTicket(api);
    api.clock.set(later);

    const answer = await change({ actor: ben, status: 'active', version: 1 });

    const active = {
      ...open,
      status: 'active',
      assignee: { id: 'U02', name: 'Ben' },
      startedAt: later,
      modifiedAt: later,
      version: 2,
    };
    expect(answer).toEqual({ status: 200, type: 'application/json', body: active });
    expect((await api.call('GET /v1/tickets/1')).body).toEqual(active);
    expect((await history()).at(-1)).toEqual({
      id: 2,
      ticketNumber: 1,
      type: 'ticket.started',
      actor: ben,
      at: later,
      changes: {
        status: { from: 'open', to: 'active' },
        assignee: { from: null, to: { id: 'U02', name: 'Ben' } },
      },
      messageId: null,
    });
  });

  test('for nobody leaves the ticket without an assignee', async () => {
    await fileTicket(api);

    const { body } = await change({ actor: ben, status: 'active', assignee: null });

    expect(body).toMatchObject({ status: 'active', assignee: null });
  });

  test('of an active ticket is refused with the name of who started it', async () => {
    const active = await startTicket(api);

    const refused = await change({ actor: carla, status: 'active' });

    expect(refused).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { code: 'illegal_transition', detail: 'Already started by Ben.', by: ben, ticket: active },
    });
  });

  test('twice at once is done by exactly one, and the other learns who', async () => {
    await fileTicket(api);

    const answers = await Promise.all([
      change({ actor: ben, status: 'active' }),
      change({ actor: carla, status: 'active' }),
    ]);

    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost?.body).toMatchObject({
      code: 'illegal_transition',
      detail: `Already started by ${won?.body.assignee.name}.`,
      ticket: won?.body,
    });
    expect(await history()).toHaveLength(2);
  });
});

describe('closing', () => {
  test('keeps the note and the time', async () => {
    const active = await startTicket(api);
    api.clock.set(later);

    const answer = await change({ actor: carla, status: 'closed', closingNote: ' Router replaced. ' });

    expect(answer.body).toEqual({
      ...active,
      status: 'closed',
      move: null,
      closingNote: 'Router replaced.',
      closedAt: later,
      closedBy: { id: carla.id, name: carla.name },
      modifiedAt: later,
      version: 3,
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.closed',
      actor: carla,
      changes: {
        status: { from: 'active', to: 'closed' },
        closingNote: { from: null, to: 'Router replaced.' },
      },
    });
  });

  test.each([undefined, null, '', '  '])('needs no note (%j)', async closingNote => {
    await startTicket(api);

    const answer = await change({ actor: ben, status: 'closed', closingNote });

    expect(answer).toMatchObject({ status: 200, body: { status: 'closed', closingNote: null } });
  });

  test('twice at once is done by exactly one, and the other learns who', async () => {
    await startTicket(api);

    const answers = await Promise.all([
      change({ actor: ben, status: 'closed', closingNote: 'by Ben' }),
      change({ actor: carla, status: 'closed', closingNote: 'by Carla' }),
    ]);

    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(`Already closed ${won?.body.closingNote}.`).toBe(lost?.body.detail);
    expect(await history()).toHaveLength(3);
  });
});

describe('any other move', () => {
  const given = { open: fileTicket, active: startTicket, closed: closeTicket };

  test.each([
    ['open', 'open', 'Ticket #1 is open. Start work on it next.'],
    ['open', 'closed', 'Ticket #1 is open. Start work on it before closing it.'],
    ['active', 'open', 'Already started by Ben. Ticket #1 cannot be opened again; file a follow-up instead.'],
    ['active', 'active', 'Already started by Ben.'],
    ['closed', 'open', 'Already closed by Ben. Ticket #1 cannot be opened again; file a follow-up instead.'],
    ['closed', 'active', 'Already closed by Ben.'],
    ['closed', 'closed', 'Already closed by Ben.'],
  ] as const)('from %s to %s is refused and changes nothing', async (from, to, detail) => {
    const before = await given[from](api);
    const eventsBefore = await history();

    const refused = await change({ actor: carla, status: to });

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'illegal_transition', detail, ticket: before },
    });
    expect((await api.call('GET /v1/tickets/1?role=helpdesk')).body).toEqual(before);
    expect(await history()).toEqual(eventsBefore);
  });

  test('to a status that does not exist is not valid', async () => {
    await fileTicket(api);

    const refused = await change({ actor: ben, status: 'reopened' });

    expect(refused).toMatchObject({
      status: 400,
      body: { detail: 'status must be one of open, active, closed.' },
    });
  });

  test('however many are tried at once, the history stays open, active, closed', async () => {
    await fileTicket(api);
    const moves = ['closed', 'active', 'open', 'closed', 'active', 'closed', 'active', 'closed'];

    await Promise.all(moves.map(status => change({ actor: ben, status })));
    await Promise.all(moves.map(status => change({ actor: carla, status })));

    const moved = (await history()).map((event: { changes: { status: unknown } }) => event.changes.status);
    expect(moved).toEqual([
      { from: null, to: 'open' },
      { from: 'open', to: 'active' },
      { from: 'active', to: 'closed' },
    ]);
  });
});

describe('the clocks of two processes', () => {
  test('that differ never put a start before the opening or a closing before the start', async () => {
    await fileTicket(api);
    api.clock.set('2026-11-22T08:00:00.000Z');

    const started = await change({ actor: ben, status: 'active' });
    api.clock.set('2026-11-22T07:00:00.000Z');
    const closed = await change({ actor: ben, status: 'closed' });

    expect(started.body).toMatchObject({ startedAt: testStart, modifiedAt: testStart });
    expect(closed.body).toMatchObject({ startedAt: testStart, closedAt: testStart, modifiedAt: testStart });
    expect((await history()).map((event: { at: string }) => event.at)).toEqual([
      testStart,
      testStart,
      testStart,
    ]);
  });
});
