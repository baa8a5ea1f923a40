import { type TicketEvent, unknownCampus } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHistory, readRecent } from '../../../api/waves/read-reports.ts';
import { ben, carla, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';

const person = (id: string) => ({ id: `U0${id}`, name: id, role: 'user' });
const library = [
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

let api: TestApi;
const copies: TestApi[] = [];
beforeEach(async () => {
  api = await createTestApi({ campus });
});
afterEach(async () => {
  await Promise.all([api, ...copies.splice(0)].map(one => one.close()));
});

const file = (filing: object, by: string, at = api) => fileTicket(at, { ...filing, actor: person(by) });
const events = async (): Promise<TicketEvent[]> => (await api.call('GET /v1/outbox?limit=500')).body.events;
const ofWaves = async () => (await events()).filter(({ type }) => type.startsWith('wave.'));
const found = async () => (await ofWaves()).filter(({ type }) => type === 'wave.found');
const wave = async (id = 1) => (await api.call(`GET /v1/waves/${id}?role=helpdesk`)).body;
const change = (number: number, values: object) =>
  api.call(`PATCH /v1/tickets/${number}`, { actor: ben, ...values });

/** Waits until everything before has been looked at: what comes later is found. */
async function looked(): Promise<void> {
  const before = (await found()).length;
  for (const [at, filing] of windows.entries()) await file(filing, `W${at}`);
  await eventually(async () => expect(await found()).toHaveLength(before + 1));
}

/** Four people report the wifi of the library. */
async function reportWifi(): Promise<void> {
  for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `L${at}`);
  await eventually(async () => expect(await found()).toHaveLength(1));
}

describe('a wave', () => {
  test('is told of once, in the history of its first ticket, whatever language people write in', async () => {
    await file({ description: 'The vending machine ate my coin' }, 'V');

    await reportWifi();

    expect(await ofWaves()).toMatchObject([
      {
        ticketNumber: 2,
        type: 'wave.found',
        actor: { id: 'campus-desk' },
        changes: { wave: { to: 1 }, tickets: { to: [2, 3, 4, 5] }, people: { to: 4 } },
      },
    ]);
    expect(await wave()).toMatchObject({
      id: 1,
      message: null,
      places: ['Library'],
      people: 4,
      numbers: [2, 3, 4, 5],
      original: 2,
      ungrouped: [3, 4, 5],
    });
  });

  test('is not in the history that a user reads', async () => {
    await reportWifi();
    const typesFor = async (role: string) => {
      const { body } = await api.call(`GET /v1/tickets/1/events?role=${role}`);
      return body.events.map(({ type }: { type: string }) => type);
    };

    expect(await typesFor('helpdesk')).toContain('wave.found');
    expect(await typesFor('user')).not.toContain('wave.found');
  });

  test('grows with who reports it later, and with “Same here”, without being told of again', async () => {
    await reportWifi();

    await file(library[4] ?? {}, 'L5');
    await eventually(async () => expect((await wave()).people).toBe(5));
    const dora = person('DORA');
    await api.call(`PUT /v1/tickets/2/followers/${dora.id}`, { actor: dora });
    await eventually(async () => expect((await wave()).people).toBe(6));

    expect((await wave()).numbers).toEqual([1, 2, 3, 4, 5]);
    expect((await ofWaves()).map(({ type }) => type)).toEqual(['wave.found', 'wave.grown', 'wave.grown']);
  });

  test('is found among people who said “Same here” to one ticket', async () => {
    await file(library[0] ?? {}, 'L0');
    for (const who of ['ONE', 'TWO', 'THREE'].map(person))
      await api.call(`PUT /v1/tickets/1/followers/${who.id}`, { actor: who });

    await eventually(async () => expect(await found()).toHaveLength(1));

    expect(await wave()).toMatchObject({ people: 4, numbers: [1], original: 1, ungrouped: [] });
  });

  test('may be all over the campus', async () => {
    for (const [at, where] of ['Library', 'Canteen', 'Dormitory', 'Room 2.14'].entries())
      await file({ description: 'The wifi is down', location: where }, `L${at}`);

    await eventually(async () => expect(await found()).toHaveLength(1));

    expect(await wave()).toMatchObject({ numbers: [1, 2, 3, 4], places: ['Canteen', 'Library'] });
  });

  test('is one where several copies of the API find it at the same moment', async () => {
    for (let copy = 0; copy < 2; copy += 1) copies.push(await createTestApi({ campus, db: api.db }));
    const all = [api, ...copies];

    await Promise.all(library.slice(0, 4).map((filing, at) => file(filing, `L${at}`, all[at % 3])));
    await eventually(async () => expect((await wave()).numbers).toHaveLength(4));
    await looked();

    expect(await found()).toHaveLength(2);
  });

  test('is not found again after a restart', async () => {
    await reportWifi();
    await api.close();
    api = await createTestApi({ campus, db: api.db });

    await file(library[4] ?? {}, 'L5');
    await eventually(async () => expect((await wave()).people).toBe(5));

    expect((await ofWaves()).map(({ type }) => type)).toEqual(['wave.found', 'wave.grown']);
  });

  test('is over when its tickets are closed: who reports the same after that is another one', async () => {
    await reportWifi();
    for (const number of [1, 2, 3, 4])
      for (const status of ['active', 'closed']) await change(number, { status });

    for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `M${at}`);
    await eventually(async () => expect(await found()).toHaveLength(2));

    expect(await wave(2)).toMatchObject({ numbers: [5, 6, 7, 8], people: 4 });
  });

  test('goes on over a night, as long as one of its tickets is not closed', async () => {
    await reportWifi();
    api.clock.pass(20 * 3600);

    for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `M${at}`);
    await eventually(async () => expect((await wave()).people).toBe(8));

    expect(await found()).toHaveLength(1);
  });
});

describe('a wave of many, or of days', () => {
  test('has every ticket of a rush', async () => {
    await reportWifi();

    const rush = Array.from({ length: 30 }, (_, at) => file(library[at % 5] ?? {}, `R${at}`));
    await Promise.all(rush);

    await eventually(async () => expect((await wave()).numbers).toHaveLength(34));
    const grown = (await ofWaves()).filter(({ type }) => type === 'wave.grown');
    expect(grown.flatMap(({ changes }) => changes.tickets?.to)).toHaveLength(30);
    // What came at the same moment is one change.
    expect(grown.length).toBeLessThan(20);
  });

  test('is over after two days, though somebody reports it every day', async () => {
    await reportWifi();
    for (const people of [5, 6]) {
      api.clock.pass(20 * 3600);
      await file({ description: 'The vending machine ate my coin' }, 'V1');
      await file({ description: 'How do I get a parking permit?' }, 'V2');
      await file(library[4] ?? {}, `D${people}`);
      await eventually(async () => expect((await wave()).people).toBe(people));
    }
    api.clock.pass(10 * 3600);

    for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `M${at}`);

    await eventually(async () => expect(await found()).toHaveLength(2));
  });

  test('is found where the clock of the API is ahead of the database’s', async () => {
    await file(library[0] ?? {}, 'L0');

    const now = sql`'2026-11-22T08:59:50Z'::timestamptz`;

    expect(await readRecent({ db: api.db, now })).toMatchObject([{ number: 1 }]);
  });
});

test('the weeks before are counted whole, and what is known of them is read', async () => {
  for (const at of [1, 2, 3, 4]) await file({ description: 'The vending machine ate my coin' }, `V${at}`);
  const now = sql`'2026-11-29T10:00:00Z'::timestamptz`;

  const history = await readHistory({ db: api.db, now, firstKnown: 3 });

  expect(history).toMatchObject({ reports: 4, atThisHour: 4 });
  expect(history.newest.map(({ number }) => number).toSorted()).toEqual([3, 4]);
  expect(history.weeks).toBeCloseTo(1, 1);
  const later = sql`'2026-11-29T13:00:00Z'::timestamptz`;
  expect(await readHistory({ db: api.db, now: later, firstKnown: 0 })).toMatchObject({
    reports: 4,
    atThisHour: 0,
  });
});

describe('no wave', () => {
  test('is what one person reports often', async () => {
    for (const filing of library) await file(filing, 'ONE');
    for (const [at, filing] of library.slice(0, 2).entries()) await file(filing, `L${at}`);

    await looked();

    expect((await found()).map(({ changes }) => changes.tickets?.to)).toEqual([[8, 9, 10, 11]]);
  });

  test('is made of closed tickets and duplicates', async () => {
    for (const [at, filing] of library.slice(0, 3).entries()) await file(filing, `L${at}`);
    await change(2, { duplicateOf: 1 });
    for (const status of ['active', 'closed']) await change(3, { status });
    for (const [at, filing] of library.slice(3, 5).entries()) await file(filing, `M${at}`);

    await looked();

    expect((await found()).map(({ changes }) => changes.tickets?.to)).toEqual([[6, 7, 8, 9]]);
  });

  test('is what different people report within days', async () => {
    for (const [at, filing] of library.entries()) {
      await file(filing, `L${at}`);
      api.clock.pass(5 * 3600);
    }

    await looked();

    expect((await found()).map(({ changes }) => changes.tickets?.to)).toEqual([[6, 7, 8, 9]]);
  });
});

describe('“Group them”', () => {
  const group = (actor: object = ben, id = 1, numbers?: number[]) =>
    api.call(`POST /v1/waves/${id}/group`, { actor, numbers });
  const duplicatesOf = async (number: number) =>
    (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body.duplicates;

  test('makes the others duplicates of the first, whose reporters are told of it from then on', async () => {
    await reportWifi();

    const { status, body } = await group();

    expect(status).toBe(200);
    expect(body).toMatchObject({ grouped: [2, 3, 4], wave: { original: 1, ungrouped: [] } });
    expect(await duplicatesOf(1)).toEqual([2, 3, 4]);
    expect((await api.call('GET /v1/tickets/1/followers')).body.followers).toHaveLength(3);
    expect((await events()).filter(({ type }) => type === 'ticket.duplicated')).toHaveLength(3);
  });

  test('done again, or by two at once, changes nothing more', async () => {
    await reportWifi();

    await Promise.all([group(), group(carla)]);
    const again = await group(carla);

    expect(again.body).toMatchObject({ grouped: [], wave: { ungrouped: [] } });
    expect((await events()).filter(({ type }) => type === 'ticket.duplicated')).toHaveLength(3);
  });

  test('is one change of the first, and of each of the others', async () => {
    await reportWifi();

    await group();

    const regrouped = (await events()).filter(({ type }) => type === 'ticket.grouped');
    expect(regrouped).toMatchObject([{ ticketNumber: 1, changes: { duplicates: { to: [2, 3, 4] } } }]);
  });

  test('leaves what somebody has not seen yet', async () => {
    await reportWifi();

    const { body } = await group(ben, 1, [2, 3, 99]);

    expect(body).toMatchObject({ grouped: [2, 3], wave: { original: 1, ungrouped: [4] } });
    expect(await duplicatesOf(1)).toEqual([2, 3]);
  });

  test('takes along the duplicates of the others', async () => {
    await reportWifi();
    await file({ description: 'The vending machine ate my coin' }, 'V');
    await change(5, { duplicateOf: 3 });

    await group();

    expect(await duplicatesOf(1)).toEqual([2, 3, 4, 5]);
  });

  test('leaves what was closed meanwhile, and goes on from the oldest that is not', async () => {
    await reportWifi();
    for (const number of [1, 3]) for (const status of ['active', 'closed']) await change(number, { status });

    expect((await group()).body.grouped).toEqual([4]);
    expect(await duplicatesOf(2)).toEqual([4]);
  });

  test('is for helpdesk, and for waves that are there', async () => {
    await reportWifi();

    const forbidden = { code: 'forbidden_for_role', reason: 'wave_of_helpdesk' };
    const missing = { code: 'not_found', reason: 'no_wave', values: { wave: 9 } };
    expect((await group(person('L0'))).body).toMatchObject(forbidden);
    expect((await api.call('GET /v1/waves/1')).body).toMatchObject(forbidden);
    expect((await group(ben, 9)).body).toMatchObject(missing);
    expect(await wave(9)).toMatchObject(missing);
    expect((await api.call('PUT /v1/waves/9/message', { channel: 'C1', ts: '1.1' })).body).toMatchObject(
      missing,
    );
  });
});

test('where helpdesk is told of a wave is remembered, and read with each of its tickets', async () => {
  await reportWifi();
  const message = { channel: 'C0HELPDESK', ts: '1795338400.000300' };

  const told = await api.call('PUT /v1/waves/1/message', message);

  expect(told).toMatchObject({ status: 200, body: { id: 1, message } });
  expect((await api.call('POST /v1/outbox/tickets/1', {})).body.waves).toEqual([{ id: 1, message }]);
  expect((await api.call('POST /v1/outbox/tickets/2', {})).body.waves).toEqual([{ id: 1, message }]);
  await file({ description: 'The vending machine ate my coin' }, 'V');
  expect((await api.call('POST /v1/outbox/tickets/5', {})).body.waves).toEqual([]);
});
