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

const says = async (actor: object, number = 1) =>
  (await api.call(`POST /v1/tickets/${number}/messages`, { actor, body: 'Well?' })).body;
const deletes = (id: string) => api.call(`DELETE /v1/messages/${id}`, { actor: ben });
const moveOf = async (number = 1) => (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body.move;
const turns = async () => {
  const { body } = await api.call('GET /v1/tickets/1/events?role=helpdesk');
  return body.events.flatMap(({ changes }: { changes: { move?: unknown } }) => changes.move ?? []);
};

describe('whose move a ticket is', () => {
  test('without a message it is helpdesk’s', async () => {
    expect((await fileTicket(api)).move).toBe('helpdesk');
    expect((await startTicket(api)).move).toBe('helpdesk');
  });

  test('it is that of the side that did not write last, and the history says when it turns', async () => {
    await fileTicket(api);

    await says(ben);
    await says(ben);
    expect(await moveOf()).toBe('reporter');
    await says(ada);

    expect(await moveOf()).toBe('helpdesk');
    expect(await turns()).toEqual([
      { from: 'helpdesk', to: 'reporter' },
      { from: 'reporter', to: 'helpdesk' },
    ]);
  });

  test('a deleted message counts as if it had not been written', async () => {
    await fileTicket(api);
    const question = await says(ben);
    const answer = await says(ada);

    await deletes(answer.id);
    expect(await moveOf()).toBe('reporter');
    await deletes(question.id);
    expect(await moveOf()).toBe('helpdesk');
    await deletes(question.id);

    expect(await turns()).toHaveLength(4);
  });

  test('it is nobody’s once the ticket is closed, whatever is written then', async () => {
    const { number } = await closeTicket(api);

    const late = await says(ben, number);

    expect(await moveOf(number)).toBeNull();
    await deletes(late.id);
    expect(await moveOf(number)).toBeNull();
    expect(await turns()).toEqual([]);
  });

  test('it is that of the last of many who write and delete at once', async () => {
    await fileTicket(api);
    const first = await Promise.all([1, 2, 3, 4, 5, 6].map(n => says(n % 2 === 0 ? ada : ben)));

    await Promise.all([
      ...first.slice(2).map(({ id }) => deletes(id)),
      ...[1, 2, 3].map(n => says(n % 2 === 0 ? ada : ben)),
    ]);

    const { body } = await api.call('GET /v1/tickets/1/messages');
    const last = body.messages.findLast((message: { deletedAt: unknown }) => message.deletedAt === null);
    expect(await moveOf()).toBe(last.actor.role === 'helpdesk' ? 'reporter' : 'helpdesk');
    // One side after the other, as the history has it.
    const sides = (await turns()).map(({ to }: { to: string }) => to);
    expect(sides).toEqual(sides.map((_: string, at: number) => (at % 2 === 0 ? 'reporter' : 'helpdesk')));
  });
});

describe('listing by whose move it is', () => {
  const numbersOf = async (query: string) =>
    (await api.call(`GET /v1/tickets?${query}`)).body.tickets.map(({ number }: { number: number }) => number);

  test.each(['user', 'helpdesk'])('names the tickets of one side to a %s, no closed ones', async role => {
    await closeTicket(api);
    await fileTicket(api);
    await fileTicket(api);
    await says(ben, 3);

    expect(await numbersOf(`role=${role}&move=helpdesk`)).toEqual([2]);
    expect(await numbersOf(`role=${role}&move=reporter`)).toEqual([3]);
    expect(await numbersOf(`role=${role}&move=helpdesk&status=active`)).toEqual([]);
  });

  test('refuses a side that is none', async () => {
    expect((await api.call('GET /v1/tickets?move=nobody')).status).toBe(400);
  });
});
