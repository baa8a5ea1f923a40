import type { Ticket } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const search = async (words: string, more = '') =>
  (await api.call(`GET /v1/tickets?q=${encodeURIComponent(words)}${more}`)).body;
const found = async (words: string, more = '') =>
  (await search(words, more)).tickets.map((ticket: Ticket) => ticket.number);

describe('searching for words', () => {
  test('finds them in description and location, in any form and case', async () => {
    await fileTicket(api, { description: 'Two projectors are flickering', location: 'Main Building' });

    for (const words of ['projector', 'PROJECTORS', 'flickers', 'flicker', 'building', 'main'])
      expect(await found(words), words).toEqual([1]);
    expect(await found('window')).toEqual([]);
  });

  test('finds a word by its beginning', async () => {
    await fileTicket(api, { description: 'Two projectors are flickering' });

    for (const words of ['proj', 'projecto', 'flickeri', 'fl'])
      expect(await found(words), words).toEqual([1]);
    expect(await found('jector')).toEqual([]);
  });

  test.each([
    ['Nobody can find Léa Brûlé at the façade', ['lea', 'Léa', 'LÉA', 'brule', 'facade', 'faç', 'bru']],
    ['Herr Müller in der Straße', ['müller', 'muller', 'Mueller', 'strasse', 'STRASSE']],
    ['Herr Mueller', ['Müller', 'mueller']],
    ['Das Cafe', ['café', 'Café']],
    ['L’étagère de l’école', ['etagere', 'l’etagere', "l'école", 'd’école']],
  ])('finds those of %j with and without accents', async (description, words) => {
    await fileTicket(api, { description, location: null });

    for (const word of words) {
      expect(await search(word), word).toMatchObject({ total: 1 });
      expect((await search(word)).understood, word).toBeUndefined();
    }
  });

  test.each([
    ['Le finestre non chiudono', ['chiude', 'chiudere', 'finestra']],
    ['La finestra non chiude', ['chiudono', 'finestre']],
    ['Das Fenster klemmt', ['Fenstern', 'Fensters']],
    ['Die Türen sind zu', ['Tür', 'tuer']],
    ['Las puertas no cierran', ['puerta', 'cierra']],
    ['La luz y la conexión', ['conexiones']],
    ['Les prises de la salle', ['prise', 'salles']],
    ['The windows are locked', ['window', 'locking']],
  ])('finds those of %j in their other forms', async (description, words) => {
    await fileTicket(api, { description, location: null });

    for (const word of words) expect(await found(word), word).toEqual([1]);
  });

  test('shows a word as it was typed before its other forms', async () => {
    await fileTicket(api, { description: 'Le porte', location: null });
    await fileTicket(api, { description: 'La porta', location: null });
    await fileTicket(api, { description: 'Le porte', location: null });

    expect(await found('porta')).toEqual([2, 3, 1]);
  });

  test('takes a single letter for a word of its own', async () => {
    await fileTicket(api, { description: 'Room b smells' });
    await fileTicket(api, { description: 'The bin smells' });

    expect(await found('b')).toEqual([1]);
  });

  test('finds WiFi as people write it', async () => {
    await fileTicket(api, { description: 'The Wi-Fi is slow' });
    await fileTicket(api, { description: 'wifi gone' });

    for (const words of ['wifi', 'wi-fi', 'WiFi', 'Wi-Fi'])
      expect((await found(words)).sort(), words).toEqual([1, 2]);
  });

  test('shows tickets with more of the words first, then the newest', async () => {
    await fileTicket(api, { description: 'A cold radiator, a cold floor', location: 'Hall' });
    await fileTicket(api, { description: 'The floor', location: 'Gym' });
    await fileTicket(api, { description: 'Cold radiator in the gym', location: 'Gym' });
    await fileTicket(api, { description: 'Cold soup', location: 'Hall' });
    await fileTicket(api, { description: 'Cold soup', location: 'Hall' });

    expect(await found('cold radiator gym')).toEqual([3, 1, 5, 4, 2]);
  });

  test('counts the same word once', async () => {
    await fileTicket(api, { description: 'Cold', location: null });
    await fileTicket(api, { description: 'Radiator and floor', location: null });

    expect(await found('cold COLD radiator floor')).toEqual([2, 1]);
  });

  test('respects role, filters and order', async () => {
    await closeTicket(api, { description: 'WiFi WiFi WiFi', location: null });
    await fileTicket(api, { description: 'WiFi', location: null });
    api.clock.pass(60);
    await fileTicket(api, { description: 'WiFi at the window', location: null });

    expect(await found('wifi')).toEqual([3, 2]);
    expect(await found('wifi', '&role=helpdesk&status=closed')).toEqual([1]);
    expect(await found('wifi', '&sort=openedAt')).toEqual([2, 3]);
    expect(await found('wifi', '&role=helpdesk&reporter=U09')).toEqual([]);
  });

  test('comes in pages with the total', async () => {
    for (let count = 0; count < 5; count += 1) await fileTicket(api);

    const first = await search('wifi', '&limit=2');
    const second = await search('wifi', `&limit=2&cursor=${first.nextCursor}`);
    const third = await search('wifi', `&limit=2&cursor=${second.nextCursor}`);

    const shown = [first, second, third].map(page => page.tickets.map((ticket: Ticket) => ticket.number));
    expect(shown).toEqual([[5, 4], [3, 2], [1]]);
    expect([first.total, second.total, third.total, third.nextCursor]).toEqual([5, 5, 5, null]);
  });

  test.each(['the', 'the of and', '😀', "'", '"', '\\', ':*', '!', '&|()<->', '%', '--', '...', '<>'])(
    'for %j, which says nothing, finds nothing',
    async words => {
      await fileTicket(api);

      expect(await search(words)).toEqual({ tickets: [], nextCursor: null, total: 0 });
    },
  );

  test.each([
    "wifi'",
    '"wifi"',
    'wifi\\',
    'wifi:*',
    '!wifi',
    'wifi & (',
    "wifi' | 'x",
    'wifi <-> x',
    'the wifi',
    'wifi 😀',
    'wifi%',
    "'; drop table tickets; -- wifi",
    `wifi ${'x'.repeat(2900)}`,
    `wifi ${'many words '.repeat(250)}`,
  ])('reads %j as words and nothing else', async words => {
    await fileTicket(api);

    expect(await found(words)).toEqual([1]);
  });

  test.each([
    '2.14',
    'room 2',
    'https://portal.uni.example/login?x=1',
    'ada@uni.example',
    '/home/ada/x.txt',
    "O'Brien",
  ])('finds %j again', async words => {
    await fileTicket(api, { description: `Look: ${words} !` });

    expect(await found(words)).toEqual([1]);
  });
});
