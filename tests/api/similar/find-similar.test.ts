import { unknownCampus } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { eq, gt } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSimilarTickets } from '../../../api/similar/similar-tickets.ts';
import { tickets } from '../../../db/index.ts';
import { ada, ben, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

const dora = { id: 'U0DORA', name: 'Dora', role: 'user' };
const cold = { description: 'It is much too cold, the heating is off', location: 'Room 2.14' };

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi({
    campus: {
      ...unknownCampus,
      places: [
        { name: 'Library', aliases: ['biblioteca'], rooms: [] },
        { name: 'Dormitory', aliases: [], rooms: [] },
      ],
    },
  });
});

const similar = (query: Record<string, string>, asked = api) =>
  asked.call(`GET /v1/tickets/similar?${new URLSearchParams(query)}`);
const numbersOf = async (query: Record<string, string>, asked = api) =>
  (await similar(query, asked)).body.tickets.map(({ number }: { number: number }) => number);

describe('similar tickets', () => {
  test('are found in another language, with how many people and how much alike, but not who', async () => {
    await fileTicket(api, cold);
    await api.call('PUT /v1/tickets/1/followers/U0DORA', { actor: dora });

    const { status, body } = await similar({ text: 'aula 2.14 fredda, riscaldamento spento' });

    expect(status).toBe(200);
    expect(body.tickets).toMatchObject([{ number: 1, status: 'open', ...cold, followers: 1 }]);
    expect(body.tickets[0].similarity).toBeGreaterThan(0.6);
    expect(JSON.stringify(body)).not.toContain(ada.name);
  });

  test('are three at most, and not those in another room', async () => {
    for (let count = 0; count < 4; count += 1) await fileTicket(api, cold);
    await fileTicket(api, { ...cold, location: 'Room 3.04' });

    expect(await numbersOf({ text: cold.description, location: 'Room 2.14' })).toHaveLength(3);
    expect(await numbersOf({ text: cold.description, location: 'Room 3.04' })).toEqual([5]);
  });

  test('follow every change: of words, of category, and closing', async () => {
    await fileTicket(api, cold);
    expect(await numbersOf({ text: 'cold room 2.14, no heating' })).toEqual([1]);

    await api.call('PATCH /v1/tickets/1', { actor: ada, description: 'The lift is stuck', location: null });

    expect(await numbersOf({ text: 'cold room 2.14, no heating' })).toEqual([]);
    expect(await numbersOf({ text: 'ascensore bloccato' })).toEqual([1]);

    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'active' });
    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'closed' });

    expect(await numbersOf({ text: 'ascensore bloccato' })).toEqual([]);
    expect(await numbersOf({ text: 'ascensore bloccato', role: 'helpdesk' })).toEqual([]);
  });

  test('follow what another process of the API stores', async () => {
    await fileTicket(api, cold);
    expect(await numbersOf({ text: 'lift stuck' })).toEqual([]);
    const other = await createTestApi({ db: api.db });

    await fileTicket(other, { description: 'The lift is stuck', location: 'Building A' });

    expect(await numbersOf({ text: 'lift stuck' })).toEqual([2]);
    expect(await numbersOf({ text: 'lift stuck' }, other)).toEqual([2]);
  });

  test('stand for their original where they are duplicates, once', async () => {
    await startTicket(api, cold);
    await fileTicket(api, { description: 'Aula 2.14: freddo, riscaldamento spento', location: null });
    await api.call('PATCH /v1/tickets/2', { actor: ben, duplicateOf: 1 });

    const { body } = await similar({ text: 'riscaldamento spento in aula 2.14, fa freddo' });

    expect(body.tickets).toMatchObject([{ number: 1, followers: 0 }]);
  });

  test('are strangers in another place of the campus file, also where only a person said so', async () => {
    await fileTicket(api, { description: 'No wifi', location: 'biblioteca' });

    expect(await numbersOf({ text: 'no wifi here', location: 'Library' })).toEqual([1]);
    expect(await numbersOf({ text: 'no wifi here', location: 'Dormitory' })).toEqual([]);

    await api.call('PATCH /v1/tickets/1', { actor: ben, location: null, place: 'Dormitory' });

    expect(await numbersOf({ text: 'no wifi here', location: 'Library' })).toEqual([]);
  });

  test('know a place that has another name since, and may be anywhere where the file has it no longer', async () => {
    await fileTicket(api, { description: 'No wifi', location: 'Library' });
    const sameFrom = { text: 'no wifi here', location: 'Central' };
    const central = { name: 'Central', aliases: ['library'], rooms: [] };
    const renamed = await createTestApi({ db: api.db, campus: { ...unknownCampus, places: [central] } });
    const gone = await createTestApi({
      db: api.db,
      campus: { ...unknownCampus, places: [{ ...central, aliases: [] }] },
    });

    expect((await similar(sameFrom, renamed)).body.tickets[0].similarity).toBeGreaterThan(0.6);
    const [found] = (await similar(sameFrom, gone)).body.tickets;
    expect(found.number).toBe(1);
    expect(found.similarity).toBeLessThan(0.6);
  });

  test('are not those of a category that contradicts', async () => {
    await fileTicket(api, { description: 'No wifi', location: null });
    await api.call('PATCH /v1/tickets/1', { actor: ben, category: 'service' });

    expect(await numbersOf({ text: 'No wifi' })).toEqual([]);
  });

  test.each([
    [{}, 'text'],
    [{ text: '  ' }, 'text'],
    [{ text: 'x'.repeat(3001) }, 'text'],
    [{ text: 'wifi', role: 'boss' }, 'role'],
    [{ text: 'wifi', limit: '9' }, 'limit'],
  ])('are not looked for by %j', async (query, path) => {
    const { status, body } = await similar(query);

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(path);
  });

  test('kept of the last weeks do not begin with an older one that changes', async () => {
    for (let count = 0; count < 2; count += 1) await fileTicket(api, cold);
    await api.db
      .update(tickets)
      .set({ openedAt: new Date('2026-01-10T09:00:00Z') })
      .where(eq(tickets.number, 1));
    const kept = () => gt(tickets.openedAt, new Date('2026-11-01T09:00:00Z'));
    const logger = createLogger({ level: 'silent' });
    const recent = createSimilarTickets({ db: api.db, logger, patienceMs: 30_000, kept });
    await recent.refresh();
    expect(recent.first()).toBe(2);

    await api.call('PATCH /v1/tickets/1', { actor: ada, description: 'The lift is stuck' });
    await recent.refresh();

    expect(recent.first()).toBe(2);
  });

  test('forget the words that were removed for the sake of privacy', async () => {
    await fileTicket(api, cold);
    const similarTickets = createSimilarTickets({
      db: api.db,
      logger: createLogger({ level: 'silent' }),
      patienceMs: 30_000,
    });
    const find = () =>
      similarTickets.find({
        words: { ...cold, place: null },
        category: null,
        now: api.clock.now(),
        min: 0.4,
        limit: 3,
      });
    await similarTickets.keepUp();
    expect(similarTickets.first()).toBe(0);
    await similarTickets.refresh();
    expect(await find()).toHaveLength(1);

    await api.call(`POST /v1/people/${ada.id}/forget`, { by: 'officer' });
    await similarTickets.keepUp();

    expect(await find()).toEqual([]);
  });
});
