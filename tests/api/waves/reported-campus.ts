import { type TicketEvent, unknownCampus } from '@campus-desk/contract';
import { afterEach, beforeEach, expect } from 'vitest';
import { ben, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';

export const person = (id: string) => ({ id: `U0${id}`, name: id, role: 'user' });

/** The same in five languages. */
export const library = [
  { description: 'No wifi in the library since this morning', location: 'Library' },
  { description: 'Il wifi in biblioteca non funziona', location: 'Biblioteca' },
  { description: 'The wifi of the library is down', location: 'Library, reading room' },
  { description: 'WLAN in der Bibliothek ist weg, kein wifi', location: 'Bibliothek' },
  { description: 'No hay wifi en la biblioteca', location: 'Library' },
];
const windows = [
  'The window of room 3.04 does not close',
  'Window broken in 3.04',
  'The window in room 3.04 is broken and does not close',
  'Room 3.04: the window does not close any more',
].map(description => ({ description, location: 'Room 3.04' }));

const campus = {
  ...unknownCampus,
  places: [
    { name: 'Library', aliases: ['biblioteca', 'Bibliothek'], rooms: [] },
    { name: 'Canteen', aliases: [], rooms: [] },
  ],
};

/** An API of its own for each test, and what is reported to it. */
export function openReportedCampus() {
  let api: TestApi;
  const copies: TestApi[] = [];
  beforeEach(async () => {
    api = await createTestApi({ campus });
  });
  afterEach(async () => {
    await Promise.all([api, ...copies.splice(0)].map(one => one.close()));
  });

  const call: TestApi['call'] = (...request) => api.call(...request);
  const file = (filing: object, by: string, at = api) => fileTicket(at, { ...filing, actor: person(by) });
  const events = async (): Promise<TicketEvent[]> => (await call('GET /v1/outbox?limit=500')).body.events;
  const ofWaves = async () => (await events()).filter(({ type }) => type.startsWith('wave.'));
  const found = async () => (await ofWaves()).filter(({ type }) => type === 'wave.found');
  const wave = async (id = 1) => (await call(`GET /v1/waves/${id}?role=helpdesk`)).body;
  const change = (number: number, values: object) =>
    call(`PATCH /v1/tickets/${number}`, { actor: ben, ...values });
  return {
    call,
    file,
    events,
    ofWaves,
    found,
    wave,
    change,
    get api() {
      return api;
    },
    /** Another copy of the API on the same database. */
    addCopy: async () => {
      const copy = await createTestApi({ campus, db: api.db });
      copies.push(copy);
      return copy;
    },
    restart: async () => {
      await api.close();
      api = await createTestApi({ campus, db: api.db });
    },
    /** Waits until everything before has been looked at: what comes later is found. */
    looked: async () => {
      const before = (await found()).length;
      for (const [at, filing] of windows.entries()) await file(filing, `W${at}`);
      await eventually(async () => expect(await found()).toHaveLength(before + 1));
    },
    /** Four people report the wifi of the library. */
    reportWifi: async () => {
      for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `L${at}`);
      await eventually(async () => expect(await found()).toHaveLength(1));
    },
  };
}
