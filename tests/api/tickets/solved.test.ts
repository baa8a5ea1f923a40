import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, closeTicket, createTestApi, startTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const change = (body: object) => api.call('PATCH /v1/tickets/1', body);
const history = async () => (await api.call('GET /v1/tickets/1/events?role=helpdesk')).body.events;
const later = '2026-11-22T09:10:00.000Z';

describe('whether a closed ticket is solved', () => {
  test('is said by its reporter, who else does not see it, and is history', async () => {
    const closed = await closeTicket(api);
    api.clock.set(later);

    const answer = await change({ actor: ada, solved: true });

    const solved = { ...closed, solved: true, modifiedAt: later, version: closed.version + 1 };
    expect(answer).toMatchObject({ status: 200, body: solved });
    expect((await api.call('GET /v1/tickets/1?role=helpdesk')).body).toEqual(solved);
    expect((await api.call('GET /v1/tickets/1')).status).toBe(403);
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.solved',
      actor: ada,
      changes: { solved: { from: null, to: true } },
    });
  });

  test('said again changes nothing', async () => {
    await closeTicket(api);
    const first = await change({ actor: ada, solved: false });

    const again = await change({ actor: ada, solved: false });

    expect(again.body).toEqual(first.body);
    expect((await history()).map(({ type }: { type: string }) => type)).toEqual([
      'ticket.filed',
      'ticket.started',
      'ticket.closed',
      'ticket.solved',
    ]);
  });

  test('can be said otherwise, and taken back', async () => {
    await closeTicket(api);
    await change({ actor: ada, solved: true });

    const otherwise = await change({ actor: ada, solved: false });
    const takenBack = await change({ actor: ada, solved: null });

    expect([otherwise.body.solved, takenBack.body.solved]).toEqual([false, null]);
  });

  test('said at once by one hand twice is one event', async () => {
    await closeTicket(api);

    const answers = await Promise.all([true, true].map(solved => change({ actor: ada, solved })));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await history()).toHaveLength(4);
  });

  test.each([
    ['helpdesk', ben],
    ['another user', { ...ben, role: 'user' }],
    ['its reporter as helpdesk', { ...ada, role: 'helpdesk' }],
  ])('is not for %s to say, who learns nothing of the ticket', async (_, actor) => {
    await closeTicket(api);

    const refused = await change({ actor, solved: true });

    expect(refused).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden_for_role',
        detail: 'Only who reported ticket #1 can say whether it is solved, as a user.',
      },
    });
    expect(refused.body).not.toHaveProperty('ticket');
  });

  test('waits until the ticket is closed', async () => {
    await startTicket(api);

    const refused = await change({ actor: ada, solved: true });

    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'illegal_transition',
        detail: 'Ticket #1 is not closed yet. Say whether it is solved once it is.',
      },
    });
  });

  test('comes alone', async () => {
    await closeTicket(api);

    const refused = await change({ actor: ada, solved: true, description: 'Otherwise' });

    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'solved' }] } });
  });
});
