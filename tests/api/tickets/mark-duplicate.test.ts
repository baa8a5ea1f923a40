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
} from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const dora = { id: 'U0DORA', name: 'Dora', role: 'user' };
const mei = { id: 'U0MEI', name: 'Mei', role: 'user' };
const change = (number: number, body: object) => api.call(`PATCH /v1/tickets/${number}`, body);
const mark = (number: number, duplicateOf: number | null, more: object = {}) =>
  change(number, { actor: ben, duplicateOf, ...more });
const read = async (number: number) => (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body;
const history = async (number: number) =>
  (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body.events;
const kinds = async (number: number) => (await history(number)).map(({ type }: { type: string }) => type);
const refused = (message: string) => ({
  status: 400,
  body: { errors: [{ path: 'duplicateOf', message }] },
});

/** Tickets of Ada, Dora and Mei, all open. */
async function three(): Promise<void> {
  for (const actor of [ada, dora, mei]) await fileTicket(api, { actor });
}

describe('marking a ticket as a duplicate', () => {
  test('names both in both, counts the people, and both histories keep it', async () => {
    await three();

    const answer = await mark(2, 1);

    expect(answer).toMatchObject({
      status: 200,
      body: { number: 2, duplicateOf: 1, status: 'open', move: null },
    });
    expect(await read(1)).toMatchObject({ duplicates: [2], followers: 1, duplicateOf: null, version: 2 });
    expect((await history(2)).at(-1)).toMatchObject({
      type: 'ticket.duplicated',
      actor: ben,
      changes: { duplicateOf: { from: null, to: 1 } },
    });
    expect((await history(1)).at(-1)).toMatchObject({
      type: 'ticket.grouped',
      actor: ben,
      changes: { duplicates: { from: [], to: [2] } },
    });
  });

  test('twice changes nothing', async () => {
    await three();
    await mark(2, 1);

    const again = await mark(2, 1);

    expect(again).toMatchObject({ status: 200, body: { duplicateOf: 1, version: 2 } });
    expect(await kinds(1)).toEqual(['ticket.filed', 'ticket.grouped']);
    expect(await kinds(2)).toEqual(['ticket.filed', 'ticket.duplicated']);
  });

  test('of which the answer was lost is no conflict when it is said again', async () => {
    await three();
    await api.call('PATCH /v1/tickets/2', { actor: ben, version: 1, duplicateOf: 1 });

    const again = await api.call('PATCH /v1/tickets/2', { actor: ben, version: 1, duplicateOf: 1 });

    expect(again).toMatchObject({ status: 200, body: { duplicateOf: 1, version: 2 } });
  });

  test('can be taken back, after which it is worked on alone', async () => {
    await three();
    await mark(2, 1);

    expect(await mark(2, null)).toMatchObject({ status: 200, body: { duplicateOf: null, move: 'helpdesk' } });
    expect(await read(1)).toMatchObject({ duplicates: [], followers: 0 });
    expect(await change(2, { actor: ben, status: 'active' })).toMatchObject({ status: 200 });
    expect(await kinds(1)).toEqual(['ticket.filed', 'ticket.grouped', 'ticket.grouped']);
  });

  test('makes no chains: a duplicate of a duplicate is one of its original', async () => {
    await three();
    await mark(2, 1);

    expect(await mark(3, 2)).toMatchObject({ status: 200, body: { duplicateOf: 1 } });
    expect(await read(1)).toMatchObject({ duplicates: [2, 3], followers: 2 });
  });

  test('moves the duplicates of an original along', async () => {
    await three();
    await fileTicket(api, { actor: carla });
    await mark(2, 1);
    await mark(3, 1);

    await mark(1, 4);

    expect(await read(4)).toMatchObject({ duplicates: [1, 2, 3], followers: 3 });
    expect(await read(1)).toMatchObject({ duplicateOf: 4, duplicates: [], followers: 0 });
    expect((await history(3)).at(-1)).toMatchObject({ changes: { duplicateOf: { from: 1, to: 4 } } });
    const events = await history(1);
    expect(events.findLast(({ type }: { type: string }) => type === 'ticket.duplicated')).toMatchObject({
      changes: { duplicateOf: { from: null, to: 4 }, duplicates: { from: [2, 3], to: [] } },
    });
  });

  test('counts each person once, and the reporter of the original not at all', async () => {
    await three();
    await fileTicket(api, { actor: dora });
    await fileTicket(api, { actor: ada });

    for (const number of [2, 4, 5]) await mark(number, 1);

    expect(await read(1)).toMatchObject({ duplicates: [2, 4, 5], followers: 1 });
    expect((await api.call('GET /v1/tickets/1/followers')).body).toEqual({
      followers: [{ userId: 'U0DORA', duplicate: 2 }],
    });
  });

  test('is refused for itself, a circle, a closed ticket and one that is not there, in people’s words', async () => {
    await three();
    await closeTicket(api);
    await mark(2, 1);

    expect(await mark(1, 1)).toMatchObject(refused('A ticket is no duplicate of itself. Name another one.'));
    expect(await mark(1, 2)).toMatchObject(
      refused('Ticket #2 is a duplicate of this one already. Take that back first.'),
    );
    expect(await mark(3, 4)).toMatchObject(
      refused('Ticket #4 is closed. Name one that is still open or active.'),
    );
    expect(await mark(3, 99)).toMatchObject(refused('There is no ticket #99. Look at its number again.'));
    expect(await mark(4, 1)).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
    expect(await mark(98, 1)).toMatchObject({ status: 404 });
    expect(await change(3, { actor: mei, duplicateOf: 1 })).toMatchObject({
      status: 403,
      body: { detail: 'Only the helpdesk says what is a duplicate. Enter as helpdesk to do that.' },
    });
    expect((await mark(3, 1, { location: 'x' })).status).toBe(400);
    expect(await mark(3, 1, { version: 7 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
    expect(await kinds(3)).toEqual(['ticket.filed']);
  });

  test('lets no step be taken but those of the original, and ends its waiting', async () => {
    await three();
    await startTicket(api, { actor: dora });
    await change(4, {
      actor: ben,
      waiting: { until: '2026-11-24T09:00:00.000Z', reason: 'A part' },
    });

    expect(await mark(4, 1)).toMatchObject({ body: { waiting: null, status: 'active' } });

    const answer = await change(4, { actor: ben, status: 'closed' });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'illegal_transition',
        detail:
          'Ticket #4 is a duplicate of #1 and is closed with it. If it is another problem, take that back first.',
      },
    });
    const found = await api.call('GET /v1/tickets?role=helpdesk&move=helpdesk&sort=openedAt');
    expect(found.body.tickets.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
  });

  test('by two at once leaves no circle, whoever is quicker', async () => {
    await three();

    const answers = await Promise.all([mark(1, 2), change(2, { actor: carla, duplicateOf: 1 })]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const originals = (await Promise.all([read(1), read(2)])).map(({ duplicateOf }) => duplicateOf);
    expect(originals.filter(original => original !== null)).toHaveLength(1);
  });

  test('of two tickets at once with a third leaves no chain', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = (await fileTicket(api)).number;
      await Promise.all([1, 2].map(() => fileTicket(api)));

      await Promise.all([mark(first, first + 1), mark(first + 1, first + 2), mark(first + 2, first)]);

      const group = await Promise.all([0, 1, 2].map(step => read(first + step)));
      const original = group.find(({ duplicateOf }) => duplicateOf === null)?.number;
      for (const { number, duplicateOf } of group)
        expect(duplicateOf).toBe(number === original ? null : original);
    }
  });
});

describe('closing an original', () => {
  test('closes its duplicates with the same note, by legal steps, each step once', async () => {
    await three();
    await startTicket(api, { actor: dora });
    await change(1, { actor: carla, status: 'active' });
    for (const number of [2, 3, 4]) await mark(number, 1);

    const answer = await change(1, { actor: carla, status: 'closed', closingNote: 'The power is back' });

    expect(answer).toMatchObject({ status: 200, body: { status: 'closed', duplicates: [2, 3, 4] } });
    for (const number of [2, 3, 4])
      expect(await read(number)).toMatchObject({
        status: 'closed',
        closingNote: 'The power is back',
        closedBy: { id: carla.id },
        duplicateOf: 1,
      });
    expect(await kinds(2)).toEqual(['ticket.filed', 'ticket.duplicated', 'ticket.started', 'ticket.closed']);
    expect(await kinds(4)).toEqual(['ticket.filed', 'ticket.started', 'ticket.duplicated', 'ticket.closed']);
    expect((await read(4)).assignee.id).toBe(ben.id);
    expect((await history(2)).at(-1)).toMatchObject({
      actor: carla,
      changes: {
        status: { from: 'active', to: 'closed' },
        closingNote: { from: null, to: 'The power is back' },
        closedWith: { from: null, to: 1 },
      },
    });
  });

  test('or leaves them open as tickets of their own, whose reporters hear nothing of it', async () => {
    await three();
    await change(1, { actor: ben, status: 'active' });
    await mark(2, 1);
    await mark(3, 1);

    const answer = await change(1, { actor: ben, status: 'closed', closeDuplicates: false });

    expect(answer.body).toMatchObject({ status: 'closed', duplicates: [], followers: 0 });
    for (const number of [2, 3])
      expect(await read(number)).toMatchObject({ status: 'open', duplicateOf: null });
    expect((await history(1)).at(-1)).toMatchObject({
      type: 'ticket.closed',
      changes: { status: { to: 'closed' }, duplicates: { from: [2, 3], to: [] } },
    });
    expect((await history(2)).at(-1)).toMatchObject({
      type: 'ticket.duplicated',
      actor: ben,
      changes: { duplicateOf: { from: 1, to: null } },
    });
    expect((await change(2, { actor: ben, status: 'active' })).status).toBe(200);
  });

  test('is the only time to say what becomes of them', async () => {
    await three();

    const answer = await change(1, { actor: ben, status: 'active', closeDuplicates: false });

    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(JSON.stringify(answer.body)).toContain('Send it together with status closed.');
  });

  test('by two at once closes them once', async () => {
    await three();
    await change(1, { actor: ben, status: 'active' });
    await mark(2, 1);
    await mark(3, 1);

    const closing = (actor: object) => change(1, { actor, status: 'closed' });
    const answers = await Promise.all([closing(ben), closing(carla), closing(ben)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    for (const number of [1, 2, 3])
      expect((await kinds(number)).filter((type: string) => type === 'ticket.closed')).toHaveLength(1);
  });

  test('as somebody marks another one closes both or neither', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { number } = await startTicket(api);
      const other = (await fileTicket(api, { actor: dora })).number;

      await Promise.all([mark(other, number), change(number, { actor: carla, status: 'closed' })]);

      const { status, duplicateOf } = await read(other);
      expect((await read(number)).status).toBe('closed');
      expect([status, duplicateOf]).toEqual(duplicateOf === null ? ['open', null] : ['closed', number]);
    }
  });

  test('with a category learns from it, too', async () => {
    await three();
    await change(1, { actor: ben, status: 'active' });
    await mark(2, 1);

    const answer = await change(1, { actor: ben, status: 'closed', category: 'facility' });

    expect(answer.body).toMatchObject({ status: 'closed', category: 'facility' });
    expect((await read(2)).status).toBe('closed');
  });
});
