import type { Ticket } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { ben, closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const search = async (words: string, more = '') =>
  (await api.call(`GET /v1/tickets?q=${encodeURIComponent(words)}${more}`)).body;
const found = async (words: string, more = '') =>
  (await search(words, more)).tickets.map((ticket: Ticket) => ticket.number);

describe('a slip in a search', () => {
  test.each([
    ['projetcor', 'projector'],
    ['PROJEKTOR', 'projector'],
    ['wfii', 'wifi'],
    ['flickring', 'flickering'],
    ['libary', 'library'],
    ['universta', 'università'],
    ['auditroum', 'auditorium'],
    ['projetcor?', 'projector'],
  ])('%s finds %s, and the answer says so', async (typed, word) => {
    await fileTicket(api, {
      description: 'The projector is flickering, and the wifi is gone at the università',
      location: 'Library auditorium',
    });
    await fileTicket(api, { description: 'Cold radiator', location: null });

    const { tickets, understood } = await search(typed);

    expect(tickets.map(({ number }: Ticket) => number)).toEqual([1]);
    const corrections = [{ typed: typed.toLowerCase().replace('?', ''), word }];
    expect(understood).toEqual({ words: word, corrections });
  });

  test('does not keep the other words from counting', async () => {
    await fileTicket(api, { description: 'The projector is dark', location: 'Gym' });
    await fileTicket(api, { description: 'The projector is dark', location: 'Library' });

    expect(await found('libary projetcor')).toEqual([2, 1]);
    expect((await search('projector libary')).understood).toEqual({
      words: 'projector library',
      corrections: [{ typed: 'libary', word: 'library' }],
    });
  });

  test('is corrected among the other words as they were typed', async () => {
    await fileTicket(api, { description: 'The projector of the aula is dark', location: null });

    const { understood } = await search('Dark, l’Auula “projetcor”! #12');

    expect(understood.words).toBe('Dark, aula projector #12');
  });

  test('that stands in a ticket, too, finds that and what was meant', async () => {
    await fileTicket(api, { description: 'Projetcor dark', location: null });
    for (let count = 0; count < 10; count += 1)
      await fileTicket(api, { description: 'Projector dark', location: null });

    const { tickets, total, understood } = await search('projetcor');

    expect([tickets.length, total]).toEqual([11, 11]);
    expect(understood.corrections).toEqual([{ typed: 'projetcor', word: 'projector' }]);
  });

  test('is corrected in what is sorted, and in the CSV', async () => {
    await fileTicket(api, { description: 'Radiator' });
    await fileTicket(api, { description: 'Radiator' });

    expect(await found('raditaor', '&sort=openedAt')).toEqual([1, 2]);
    const { body } = await api.call('GET /v1/tickets.csv?q=raditaor');
    expect(body.trimEnd().split('\r\n')).toHaveLength(3);
  });

  test('is corrected to words that edited tickets have', async () => {
    const { number } = await fileTicket(api, { description: 'Something', location: null });
    await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, description: 'The elevator is stuck' });

    expect(await found('elevater')).toEqual([number]);
  });

  test.each(['wifi', 'wif', 'radiators', 'flickered', 'room', '2.15', 'kiwi', 'xy', 'zzzzzz', 'gift'])(
    'is nothing that %s is taken for',
    async words => {
      await fileTicket(api, { description: 'WiFi: the radiator is flickering in room 2.14', location: null });

      expect((await search(words)).understood).toBeUndefined();
    },
  );

  test('is corrected to no word that only closed tickets have, for a user', async () => {
    await closeTicket(api, { description: 'The projector is dark', location: null });

    expect(await search('projetcor')).toEqual({ tickets: [], nextCursor: null, total: 0 });
    expect(await found('projetcor', '&role=helpdesk')).toEqual([1]);
  });

  test('is corrected the same for a user, whatever closed tickets say', async () => {
    await fileTicket(api, { description: 'The radiator is cold', location: null });
    for (let count = 0; count < 3; count += 1)
      await fileTicket(api, { description: 'A projector', location: null });
    const before = await search('projector raditaor');

    const closed = 'raditaor radiaator radiaor raditor raditator raditaors';
    for (let count = 0; count < 3; count += 1)
      await closeTicket(api, { description: closed, location: null });

    expect(before.understood).toEqual({
      words: 'projector radiator',
      corrections: [{ typed: 'raditaor', word: 'radiator' }],
    });
    expect(await search('projector raditaor')).toEqual(before);
    expect((await search('projector raditaor', '&role=helpdesk')).understood).toBeUndefined();
  });

  test('leaves a right word alone that nothing under the filters has', async () => {
    await fileTicket(api, { description: 'A projector', location: null });
    await fileTicket(api, { description: 'No WiFi, projectors', location: null });

    expect(await search('projector', '&role=helpdesk&status=closed')).toEqual({
      tickets: [],
      nextCursor: null,
      total: 0,
    });
  });
});

describe('a number in a search', () => {
  test('is the ticket that comes first', async () => {
    await fileTicket(api, { description: 'Radiator' });
    await fileTicket(api, { description: 'Radiator', location: 'Room 1' });

    expect(await found('1')).toEqual([1, 2]);
    expect(await found('#1')).toEqual([1, 2]);
    expect((await found('1', '&sort=openedAt')).sort()).toEqual([1, 2]);
    expect(await found('radiator 1')).toEqual([2, 1]);
  });

  test('finds no ticket that the role may not see, or that does not fit', async () => {
    const { number } = await closeTicket(api, { description: 'Radiator', location: null });

    expect(await found(`#${number}`)).toEqual([]);
    expect(await found(`#${number}`, '&role=helpdesk')).toEqual([number]);
    expect(await found(`#${number}`, '&role=helpdesk&category=it')).toEqual([]);
  });
});
