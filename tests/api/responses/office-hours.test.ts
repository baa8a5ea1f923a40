import type { OfficeHours } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepOfficeHours } from '../../../api/responses/keep-office-hours.ts';
import { type Database, firstResponses, workingTimes } from '../../../db/index.ts';
import { ben, fileTicket, startTestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

let api: Awaited<ReturnType<typeof startTestApi>>;
let db: Database;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  db = await emptyTestDatabase();
});
afterAll(async () => {
  await emptyTestDatabase();
  await api.close();
});

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours: OfficeHours = {
  open: days.map(day => ({ day, from: '08:00', to: '18:00' })),
  closed: ['2026-11-03'],
};
const keep = (hours: OfficeHours | null) => keepOfficeHours({ db, hours, timeZone: 'Europe/Rome' });
const hour = 3600;

/** A ticket that was opened at one time, on campus, and started at another. */
const answered = async (opened: string, started: string): Promise<number> => {
  api.clock.set(`${opened}:00.000+01:00`);
  const { number } = await fileTicket(api);
  api.clock.set(`${started}:00.000+01:00`);
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
  return number;
};
const summary = async () => {
  const { workingHours, overall } = await api.client.summariseResponses({
    openedFrom: '2026-10-31T23:00:00Z',
    openedTo: '2026-11-30T23:00:00Z',
  });
  return { workingHours, meanSeconds: overall.response?.meanSeconds };
};

describe('first responses, where office hours are known,', () => {
  test.each([
    ['within a day', '2026-11-05T09:00', '2026-11-05T09:30', 0.5],
    ['over a weekend', '2026-11-06T17:00', '2026-11-09T09:00', 2],
    ['over a day that is closed', '2026-11-02T17:00', '2026-11-04T09:00', 2],
    ['at night', '2026-11-05T20:00', '2026-11-06T06:00', 0],
    ['before helpdesk is there', '2026-11-05T06:00', '2026-11-05T08:20', 1 / 3],
  ])('take only those hours: %s', async (_when, opened, started, expected) => {
    await keep(hours);

    await answered(opened, started);

    expect(await summary()).toEqual({ workingHours: true, meanSeconds: expected * hour });
  });

  test('are counted anew when the hours change, and by the clock when there are none any more', async () => {
    await answered('2026-11-06T17:00', '2026-11-09T09:00');
    const before = await summary();

    await keep(hours);
    const after = await summary();
    await keep({ open: [{ day: 'mon', from: '08:30', to: '12:00' }], closed: [] });
    const less = await summary();
    await keep(null);

    expect(before).toEqual({ workingHours: false, meanSeconds: 64 * hour });
    expect(after).toEqual({ workingHours: true, meanSeconds: 2 * hour });
    expect(less).toEqual({ workingHours: true, meanSeconds: 0.5 * hour });
    expect(await summary()).toEqual(before);
  });

  test('are counted once, also those that are answered while the hours change', async () => {
    const tickets: number[] = [];
    for (let count = 0; count < 10; count += 1) tickets.push((await fileTicket(api)).number);
    const start = (number: number) =>
      api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });

    const answers = tickets.map(start);
    await Promise.all([keep(hours), ...answers]);

    const rows = await db.select().from(workingTimes);
    expect(rows.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(10);
  });

  test('count hours once that two lines of the file have', async () => {
    await keep({ ...hours, open: [...hours.open, { day: 'thu', from: '08:00', to: '12:00' }] });

    await answered('2026-11-05T09:00', '2026-11-05T11:00');

    expect((await summary()).meanSeconds).toBe(2 * hour);
  });

  test('stand in the month on campus in which the ticket was opened', async () => {
    await keep(hours);
    await answered('2026-11-30T23:30', '2026-12-01T09:00');
    await answered('2026-12-01T00:30', '2026-12-01T10:00');

    expect((await summary()).meanSeconds).toBe(hour);
  });

  test('are forgotten with their ticket', async () => {
    await keep(hours);
    const number = await answered('2026-11-05T09:00', '2026-11-05T12:00');
    await answered('2026-11-05T09:00', '2026-11-05T11:00');

    await db.delete(firstResponses).where(eq(firstResponses.ticketNumber, number));

    expect((await summary()).meanSeconds).toBe(2 * hour);
  });
});
