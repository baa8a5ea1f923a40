import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { readHistory, readRecent } from '../../../api/waves/read-reports.ts';
import { eventually } from '../../support/eventually.ts';
import { library, openReportedCampus, person } from './reported-campus.ts';

const reported = openReportedCampus();
const { call, file, ofWaves, found, wave, change, looked, reportWifi } = reported;

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
      const { body } = await call(`GET /v1/tickets/1/events?role=${role}`);
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
    await call(`PUT /v1/tickets/2/followers/${dora.id}`, { actor: dora });
    await eventually(async () => expect((await wave()).people).toBe(6));

    expect((await wave()).numbers).toEqual([1, 2, 3, 4, 5]);
    expect((await ofWaves()).map(({ type }) => type)).toEqual(['wave.found', 'wave.grown', 'wave.grown']);
  });

  test('is found among people who said “Same here” to one ticket', async () => {
    await file(library[0] ?? {}, 'L0');
    for (const who of ['ONE', 'TWO', 'THREE'].map(person))
      await call(`PUT /v1/tickets/1/followers/${who.id}`, { actor: who });

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
    const all = [reported.api, await reported.addCopy(), await reported.addCopy()];

    await Promise.all(library.slice(0, 4).map((filing, at) => file(filing, `L${at}`, all[at % 3])));
    await eventually(async () => expect((await wave()).numbers).toHaveLength(4));
    await looked();

    expect(await found()).toHaveLength(2);
  });

  test('is not found again after a restart', async () => {
    await reportWifi();
    await reported.restart();

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
    reported.api.clock.pass(20 * 3600);

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
      reported.api.clock.pass(20 * 3600);
      await file({ description: 'The vending machine ate my coin' }, 'V1');
      await file({ description: 'How do I get a parking permit?' }, 'V2');
      await file(library[4] ?? {}, `D${people}`);
      await eventually(async () => expect((await wave()).people).toBe(people));
    }
    reported.api.clock.pass(10 * 3600);

    for (const [at, filing] of library.slice(0, 4).entries()) await file(filing, `M${at}`);

    await eventually(async () => expect(await found()).toHaveLength(2));
  });

  test('is found where the clock of the API is ahead of the database’s', async () => {
    await file(library[0] ?? {}, 'L0');

    const now = sql`'2026-11-22T08:59:50Z'::timestamptz`;

    expect(await readRecent({ db: reported.api.db, now })).toMatchObject([{ number: 1 }]);
  });
});

test('the weeks before are counted whole, and what is known of them is read', async () => {
  for (const at of [1, 2, 3, 4]) await file({ description: 'The vending machine ate my coin' }, `V${at}`);
  const now = sql`'2026-11-29T10:00:00Z'::timestamptz`;

  const history = await readHistory({ db: reported.api.db, now, firstKnown: 3 });

  expect(history).toMatchObject({ reports: 4, atThisHour: 4 });
  expect(history.newest.map(({ number }) => number).toSorted()).toEqual([3, 4]);
  expect(history.weeks).toBeCloseTo(1, 1);
  const later = sql`'2026-11-29T13:00:00Z'::timestamptz`;
  expect(await readHistory({ db: reported.api.db, now: later, firstKnown: 0 })).toMatchObject({
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
      reported.api.clock.pass(5 * 3600);
    }

    await looked();

    expect((await found()).map(({ changes }) => changes.tickets?.to)).toEqual([[6, 7, 8, 9]]);
  });
});

test('where helpdesk is told of a wave is remembered, and read with each of its tickets', async () => {
  await reportWifi();
  const message = { channel: 'C0HELPDESK', ts: '1795338400.000300' };

  const told = await call('PUT /v1/waves/1/message', message);

  expect(told).toMatchObject({ status: 200, body: { id: 1, message } });
  expect((await call('POST /v1/outbox/tickets/1', {})).body.waves).toEqual([{ id: 1, message }]);
  expect((await call('POST /v1/outbox/tickets/2', {})).body.waves).toEqual([{ id: 1, message }]);
  await file({ description: 'The vending machine ate my coin' }, 'V');
  expect((await call('POST /v1/outbox/tickets/5', {})).body.waves).toEqual([]);
});
