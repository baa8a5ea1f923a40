import { type Campus, unknownCampus } from '@campus-desk/contract';
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

const campus: Campus = {
  ...unknownCampus,
  places: [
    { name: 'Library', aliases: ['lib'], rooms: ['2.14'] },
    { name: 'Main building', aliases: ['edificio A'], rooms: ['2.14', '3.04'] },
    { name: 'Dormitory', aliases: [], rooms: [] },
  ],
};
const unplaced = { description: 'The wifi is slow', location: null };
let api: TestApi;
beforeEach(async () => {
  api = await createTestApi({ campus });
});
const change = (number: number, values: object) =>
  api.call(`PATCH /v1/tickets/${number}`, { actor: ben, ...values });
const lastChanges = async (number: number) =>
  (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body.events.at(-1).changes;
const numbersOf = async (query: string) =>
  (await api.call(`GET /v1/tickets?${query}`)).body.tickets.map(
    (ticket: { number: number }) => ticket.number,
  );

describe('the place of a ticket', () => {
  test('is found when it is filed, and stands in its history', async () => {
    const { number, place } = await fileTicket(api, { location: 'room 3.04' });

    expect(place).toEqual({ name: 'Main building' });
    expect((await lastChanges(number)).place).toEqual({ from: null, to: { name: 'Main building' } });
    expect((await fileTicket(api, unplaced)).place).toBeNull();
  });

  test('follows the words, until a person has said it', async () => {
    const { number } = await fileTicket(api);
    const edited = await change(number, { location: 'edificio A' });
    expect(edited.body.place).toEqual({ name: 'Main building' });

    const corrected = await change(number, { actor: ada, place: { name: 'Dormitory' } });
    expect(corrected.body.place).toEqual({ name: 'Dormitory' });
    expect(await lastChanges(number)).toEqual({
      place: { from: { name: 'Main building' }, to: { name: 'Dormitory' } },
      placeByHand: { from: false, to: true },
    });
    expect((await change(number, { location: 'Library' })).body.place).toEqual({ name: 'Dormitory' });
  });

  test('that was found stays when a person confirms it, and may be none', async () => {
    const first = await fileTicket(api);
    await change(first.number, { place: 'library' });
    const second = await fileTicket(api);
    await change(second.number, { place: null });

    expect((await change(first.number, { location: 'Dormitory' })).body.place).toEqual({ name: 'Library' });
    expect((await change(second.number, { location: 'Dormitory' })).body.place).toBeNull();
  });

  test('is a place of the campus file, or refused with those there are', async () => {
    const { number } = await fileTicket(api);

    for (const place of ['Gym', { name: 'Gym' }]) {
      const { status, body } = await change(number, { place });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
      expect(body.errors).toEqual([
        {
          path: 'place',
          message: 'There is no place “Gym”. There are: Library, Main building, Dormitory.',
          reason: 'no_place',
          values: { place: 'Gym' },
        },
      ]);
    }
    const without = await createTestApi({ db: api.db });
    const { body } = await without.call(`PATCH /v1/tickets/${number}`, { actor: ben, place: 'Library 2' });
    expect(body.errors[0].message).toBe('There is no place “Library 2”. The campus file has no places yet.');
  });

  test('of a closed ticket stays, and so does one that is no longer in the file', async () => {
    const closed = await closeTicket(api);
    expect((await change(closed.number, { place: 'lib' })).body.code).toBe('ticket_closed');

    const { number } = await fileTicket(api);
    const later = await createTestApi({ db: api.db, campus: { ...campus, places: [] } });
    const read = await later.call(`GET /v1/tickets/${number}`);
    expect(read.body.place).toEqual({ name: 'Library' });
    const kept = await later.call(`PATCH /v1/tickets/${number}`, { actor: ben, place: { name: 'Library' } });
    expect(kept.body.place).toEqual({ name: 'Library' });
  });

  test('one of two corrections at once wins', async () => {
    const { number, version } = await fileTicket(api);

    const answers = await Promise.all(
      ['lib', 'Dormitory', 'edificio A'].map(place => change(number, { version, place })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('splitting a ticket places both problems', async () => {
    const { number } = await fileTicket(api, {
      description: 'No wifi in the library. The window of the dormitory is broken.',
      location: null,
    });

    const { body } = await api.call(`POST /v1/tickets/${number}/split`, { actor: ada });

    expect(body.tickets.map(({ place }: { place: unknown }) => place)).toEqual([
      { name: 'Library' },
      { name: 'Dormitory' },
    ]);
  });
});

describe('GET /v1/tickets?place=', () => {
  test('lists those of a place, by any of its names, also with words and in the file', async () => {
    const { number } = await fileTicket(api);
    await fileTicket(api, { location: 'Dormitory' });
    await fileTicket(api, unplaced);

    for (const query of ['place=Library', 'place=LIB', 'place=lib&q=wifi', 'place=lib&q=wifi&sort=openedAt'])
      expect(await numbersOf(query)).toEqual([number]);
    const csv = (await api.call('GET /v1/tickets.csv?place=lib')).body;
    const [names, ...rows] = csv.trim().split('\r\n');
    expect(names).toContain(',Place');
    expect(rows).toEqual([expect.stringContaining(',Library,')]);
  });

  test('refuses an unknown place with those there are, but knows former ones', async () => {
    const { number } = await fileTicket(api);
    const { status, body } = await api.call('GET /v1/tickets?place=Gym');
    expect({ status, path: body.errors[0].path }).toEqual({ status: 400, path: 'place' });

    const later = await createTestApi({ db: api.db });
    const former = await later.call('GET /v1/tickets?place=Library');
    expect(former.body.tickets).toMatchObject([{ number }]);
  });
});

describe('GET /v1/tickets/summary?groupBy=place', () => {
  test('counts what is not closed by place, the most first, last those without one', async () => {
    await fileTicket(api, { location: 'Dormitory' });
    await startTicket(api);
    await fileTicket(api);
    await closeTicket(api, { location: 'Main building' });

    const { status, body } = await api.call('GET /v1/tickets/summary?groupBy=place');

    const group = { from: null, to: null, closed: 0, resolution: null };
    expect(status).toBe(200);
    expect(body.groups).toEqual([
      { key: 'Library', place: { name: 'Library' }, ...group, count: 2, open: 1, active: 1 },
      { key: 'Dormitory', place: { name: 'Dormitory' }, ...group, count: 1, open: 1, active: 0 },
      { key: 'none', place: null, ...group, count: 0, open: 0, active: 0 },
    ]);
  });

  test('takes the other filters, but no closed tickets', async () => {
    await fileTicket(api);
    await fileTicket(api, { ...unplaced, description: 'The window is broken' });
    const counts = async (query: string) =>
      (await api.call(`GET /v1/tickets/summary?groupBy=place&${query}`)).body.groups.map(
        ({ key, count }: { key: string; count: number }) => `${key} ${count}`,
      );

    expect(await counts('category=facility')).toEqual(['none 1']);
    expect(await counts('status=active')).toEqual(['none 0']);
    expect(await counts('openedTo=2026-11-01T00:00:00Z')).toEqual(['none 0']);
    const { status, body } = await api.call('GET /v1/tickets/summary?groupBy=place&status=open,closed');
    expect({ status, path: body.errors[0].path }).toEqual({ status: 400, path: 'status' });
  });
});
