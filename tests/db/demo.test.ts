import { readFileSync } from 'node:fs';
import { createDangerFinder } from '@campus-desk/categoriser';
import { surenessThreshold } from '@campus-desk/contract';
import { asc, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOfTickets } from '../../api/campus/places-of.ts';
import { readCampusFile } from '../../api/campus/read-campus-file.ts';
import { fillDemoCampus, fillManyTickets, imagineCampus } from '../../db/demo/index.ts';
import { closingTimes, corrections, type Database, events, messages, tickets } from '../../db/index.ts';
import { demoCampus, demoCampusFile } from '../../demo-campus.ts';
import { emptyTestDatabase } from '../support/database.ts';
import { replay, replayBody, seen } from './demo/replay.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const rome = 'Europe/Rome';
type Rows = ReturnType<typeof imagineCampus>;

describe('the demo campus', () => {
  let rows: Rows;
  beforeAll(() => {
    rows = imagineCampus({ now, timeZone: rome, live: true });
  });

  test('is the same each time, and moves with the clock', () => {
    expect(imagineCampus({ now, timeZone: rome, live: true })).toEqual(rows);
    const newest = imagineCampus({ now: new Date('2027-04-01T12:00:00Z'), timeZone: rome, live: true });
    expect(newest.tickets.at(-1)?.openedAt.getTime()).toBeGreaterThan(Date.parse('2027-04-01T09:00:00Z'));
  });

  test('is a few hundred tickets of half a year, fifteen of them open and a dozen active', () => {
    const count = countBy(rows.tickets, ({ status }) => status);

    expect(count.closed).toBeGreaterThan(340);
    expect(count.open).toBe(15);
    expect(count.active).toBe(13);
    const days = (now.getTime() - (rows.tickets[0]?.openedAt.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(170);
    expect(days).toBeLessThan(190);
  });

  test('has its unclosed tickets urgent where their words tell of danger', () => {
    const tellsOfDanger = createDangerFinder();
    const unclosed = rows.tickets.filter(({ status }) => status !== 'closed');

    const urgent = unclosed.filter(ticket => ticket.urgent);
    expect(urgent).toHaveLength(1);
    expect(unclosed.filter(({ description }) => tellsOfDanger(description))).toEqual(urgent);
  });

  test('has something of everything', () => {
    const category = countBy(rows.tickets, ticket => ticket.category);
    expect(Math.min(...Object.values(category))).toBeGreaterThan(100);
    for (const type of ['ticket.edited', 'ticket.recategorised', 'message.edited', 'message.deleted'])
      expect(rows.events.filter(event => event.type === type).length).toBeGreaterThan(1);
    expect(rows.tickets.filter(({ followUpOf }) => followUpOf !== null).length).toBeGreaterThan(10);
    expect(rows.tickets.filter(({ categoryUnsure }) => categoryUnsure).length).toBeGreaterThan(2);
    expect(rows.messages.filter(({ late }) => late).length).toBeGreaterThan(2);
  });

  test('names places in the histories as in the tickets', () => {
    const campus = readCampusFile({ text: readFileSync(demoCampusFile, 'utf8'), name: 'demo-campus.yaml' });
    const placeOf = placeOfTickets(campus);
    const placed = imagineCampus({ now, timeZone: rome, live: true, placeOf });

    const unclosed = placed.tickets.filter(({ status }) => status !== 'closed');
    expect(unclosed.filter(({ place }) => place !== null).length).toBeGreaterThan(unclosed.length / 2);
    for (const { number, place } of placed.tickets) {
      const own = placed.events.filter(({ ticketNumber }) => ticketNumber === number);
      const told = own.findLast(({ changes }) => 'place' in changes)?.changes.place?.to ?? null;
      expect(told).toEqual(place === null ? null : { name: place });
    }
  });

  test('is unsure of a category where the categoriser would be, and then names no reasons', () => {
    const asFiled = rows.tickets.filter(({ categorySource }) => categorySource === 'auto');
    const isDoubtful = (confidence: number | null | undefined) => (confidence ?? 0) < surenessThreshold;

    expect(asFiled.filter(ticket => ticket.categoryUnsure !== isDoubtful(ticket.categoryConfidence))).toEqual(
      [],
    );
    expect(asFiled.filter(ticket => ticket.categoryUnsure && ticket.categoryBecause?.length !== 0)).toEqual(
      [],
    );
  });

  test('says nothing twice', () => {
    const descriptions = rows.tickets.map(({ description }) => description);

    expect(descriptions.filter((text, index) => descriptions.indexOf(text) !== index)).toEqual([]);
    expect(rows.tickets.filter(({ description }) => /[*|[\]]/.test(description))).toEqual([]);
  });

  test('has busy and quiet weeks, and quiet weekends', () => {
    const week = Object.values(
      countBy(
        rows.tickets,
        ({ openedAt }) => `${Math.floor((now.getTime() - openedAt.getTime()) / 604_800_000)}`,
      ),
    );
    expect(Math.max(...week)).toBeGreaterThan(5 * Math.min(...week));

    const weekend = rows.tickets.filter(({ openedAt }) => [0, 6].includes(openedAt.getUTCDay()));
    expect(weekend.length).toBeLessThan(rows.tickets.length / 8);
  });

  test('takes less time the later it is, and differs by category', () => {
    const took = (category: string, half: 'first' | 'second') => {
      const middle = now.getTime() - 91 * 86_400_000;
      const times = rows.tickets
        .filter(ticket => ticket.category === category && ticket.closedAt instanceof Date)
        .filter(({ openedAt }) => openedAt.getTime() < middle === (half === 'first'))
        .map(({ closedAt, openedAt }) => (closedAt?.getTime() ?? 0) - openedAt.getTime());
      return times.reduce((sum, time) => sum + time, 0) / times.length;
    };

    for (const category of ['facility', 'it', 'service'])
      expect(took(category, 'second')).toBeLessThan(took(category, 'first'));
    expect(took('it', 'second')).toBeLessThan(took('facility', 'second'));
    expect(took('facility', 'second')).toBeLessThan(took('service', 'second'));
  });

  test('leaves the events of the eight newest unclosed tickets to Slack, and nothing else', () => {
    const unclosed = rows.tickets.filter(({ status }) => status !== 'closed');
    const unshown = rows.events.filter(({ shownAt }) => shownAt === null);

    expect([...new Set(unshown.map(({ ticketNumber }) => ticketNumber))].toSorted()).toEqual(
      unclosed.slice(-8).map(({ number }) => number),
    );
    expect(unshown.length).toBeLessThan(25);
    const shown = imagineCampus({ now, timeZone: rome, live: false });
    expect(shown.events.filter(({ shownAt }) => shownAt === null)).toEqual([]);
  });

  test('names only people of the sandbox in what is not closed, because they will be written to', () => {
    const known = new Map(demoCampus.people.map(({ id, realName }) => [id, realName]));
    const unclosed = rows.tickets.filter(({ status }) => status !== 'closed');

    for (const { reporterId, reporterName, assigneeId, assigneeName } of unclosed) {
      expect(known.get(reporterId)).toBe(reporterName);
      if (assigneeId) expect(known.get(assigneeId)).toBe(assigneeName);
    }
  });

  test.each([
    ['a Monday morning', '2026-11-23T07:01:00Z', rome],
    ['a Sunday night', '2026-08-02T23:30:00Z', 'America/New_York'],
    ['the days after a clock change', '2027-03-29T08:00:00Z', 'Australia/Lord_Howe'],
    ['New Year', '2027-01-01T00:00:00Z', 'UTC'],
  ])('on %s every ticket is what its events tell', (_, at, timeZone) => {
    const then = new Date(at);
    const campus = imagineCampus({ now: then, timeZone, live: true });

    checkAll(campus);
    for (const event of campus.events) expect(event.at.getTime()).toBeLessThan(then.getTime());
    const filed = campus.tickets.map(({ openedAt }) => openedAt.getTime());
    expect(filed.toSorted((one, other) => one - other)).toEqual(filed);
    expect(then.getTime() - (filed.at(-1) ?? 0)).toBeLessThan(3_600_000);
  });

  test('lets the helpdesk work from eight to six, Monday to Friday', () => {
    const past = now.getTime() - 40 * 86_400_000;
    const isUnclosed = new Set(
      rows.tickets.filter(({ status }) => status !== 'closed').map(({ number }) => number),
    );
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: rome,
      weekday: 'short',
      hour: '2-digit',
      hour12: false,
    });
    const odd = rows.events
      .filter(event => event.actorRole === 'helpdesk' && event.at.getTime() < past)
      .filter(({ ticketNumber }) => !isUnclosed.has(ticketNumber))
      .map(({ at }) => clock.format(at))
      .filter(time => !/^(Mon|Tue|Wed|Thu|Fri),? (0[89]|1[0-8])/.test(time));

    expect(odd).toEqual([]);
  });
});

describe('filling the database', () => {
  let db: Database;
  beforeEach(async () => {
    db = await emptyTestDatabase();
  });
  const fill = () => fillDemoCampus({ db, now, timeZone: rome, live: true });

  test('stores the campus as imagined, and the next ticket has the next number', async () => {
    const filled = await fill();

    const { tickets: imagined } = imagineCampus({ now, timeZone: rome, live: true });
    const stored = await readAll(db);
    expect(stored.tickets.map(seen)).toEqual(imagined.map(seen));
    checkAll(stored);
    await checkRollup(db);
    const [next] = await db.insert(tickets).values(plainTicket).returning({ number: tickets.number });
    expect(next?.number).toBe((filled ?? 0) + 1);
  });

  test('a second time does nothing', async () => {
    const first = await fill();

    expect(await fill()).toBeUndefined();

    expect(await db.$count(tickets)).toBe(first);
  });

  test('of two at once one does it', async () => {
    const filled = await Promise.all([fill(), fill()]);

    expect(filled.filter(count => count !== undefined)).toEqual([await db.$count(tickets)]);
  });

  test('leaves a database with a ticket alone', async () => {
    await db.insert(tickets).values(plainTicket);

    expect(await fill()).toBeUndefined();
    expect(await fillManyTickets({ db, now, count: 10, progress: () => {} })).toBeUndefined();

    expect(await db.$count(tickets)).toBe(1);
  });

  test('makes as many tickets as asked, each what its events tell', async () => {
    const done: number[] = [];
    expect(await fillManyTickets({ db, now, count: 2000, progress: at => done.push(at) })).toBe(2000);

    const stored = await readAll(db);
    expect(done).toEqual([2000]);
    expect(countBy(stored.tickets, ({ status }) => status)).toEqual({ open: 4, active: 6, closed: 1990 });
    expect(stored.events.filter(({ shownAt }) => shownAt === null)).toEqual([]);
    checkAll(stored);
    await checkRollup(db);
  });
});

const plainTicket = {
  description: 'No WiFi',
  category: 'it' as const,
  categorySource: 'auto' as const,
  categoryUnsure: false,
  categoryBecause: [],
  reporterId: 'U01',
  reporterName: 'Ada',
  openedAt: now,
  modifiedAt: now,
};

/** Every ticket and every message is what the events tell, and the events are in order. */
function checkAll(rows: Rows): void {
  const history = new Map<number, Rows['events']>();
  for (const event of rows.events)
    history.set(event.ticketNumber, [...(history.get(event.ticketNumber) ?? []), event]);
  expect(rows.tickets.map(({ number }) => replay(history.get(number) ?? []))).toEqual(rows.tickets.map(seen));

  expect(rows.corrections.map(({ ticketNumber, at, from, to }) => ({ ticketNumber, at, from, to }))).toEqual(
    rows.events
      .filter(({ type }) => type === 'ticket.recategorised')
      .map(({ ticketNumber, at, changes }) => ({ ticketNumber, at, ...changes.category })),
  );
  const closed = new Map(rows.tickets.map(({ number, closedAt }) => [number, closedAt]));
  for (const message of rows.messages) {
    const itsEvents = history.get(message.ticketNumber) ?? [];
    expect(replayBody({ message, events: itsEvents })).toBe(message.body);
    const closedAt = closed.get(message.ticketNumber);
    expect(message.late).toBe(closedAt instanceof Date && message.createdAt > closedAt);
  }
  for (const { number, followUpOf, openedAt } of rows.tickets)
    if (followUpOf) {
      expect(followUpOf).toBeLessThan(number);
      expect(closed.get(followUpOf)?.getTime()).toBeLessThan(openedAt.getTime());
    }
}

/** The counts of closing times are those of the tickets. */
async function checkRollup(db: Database): Promise<void> {
  const [counted, ofMonths] = await db
    .select({
      tickets: sql<string>`sum(${closingTimes.tickets})::text`,
      took: sql<string>`sum(${closingTimes.milliseconds})::text`,
    })
    .from(closingTimes)
    .groupBy(sql`${closingTimes.openedMonth} = '-infinity'`);
  const [raw] = await db
    .select({
      tickets: sql<string>`count(*)::text`,
      took: sql<string>`sum(milliseconds_between(${tickets.openedAt}, ${tickets.closedAt}))::text`,
    })
    .from(tickets)
    .where(sql`${tickets.status} = 'closed'`);
  expect(counted).toEqual(raw);
  expect(ofMonths).toEqual(raw);
}

async function readAll(db: Database): Promise<Rows> {
  return {
    tickets: await db.select().from(tickets).orderBy(asc(tickets.number)),
    corrections: await db.select().from(corrections).orderBy(asc(corrections.id)),
    messages: await db.select().from(messages).orderBy(asc(messages.id)),
    events: await db.select().from(events).orderBy(asc(events.id)),
  };
}

function countBy<Item>(items: Item[], key: (item: Item) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item) ?? ''] = (counts[key(item) ?? ''] ?? 0) + 1;
  return counts;
}
