import { backAt, isHoliday, type OfficeHours } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';

const timeZone = 'Europe/Rome';
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours: OfficeHours = {
  open: [
    ...weekdays.map(day => ({ day, from: '14:00', to: '18:00' })),
    ...weekdays.map(day => ({ day, from: '08:30', to: '12:00' })),
    { day: 'sat', from: '20:00', to: '24:00' },
  ],
  closed: ['2026-12-25', '2026-12-26'],
};

describe('helpdesk is back', () => {
  test.each([
    ['before it opens', '2026-11-30T07:29:59+01:00', '2026-11-30T07:30:00.000Z'],
    ['in its lunch break', '2026-11-30T12:00:00+01:00', '2026-11-30T13:00:00.000Z'],
    ['after a weekday', '2026-11-30T18:00:00+01:00', '2026-12-01T07:30:00.000Z'],
    ['after the last day of the week', '2026-11-29T00:00:00+01:00', '2026-11-30T07:30:00.000Z'],
    ['over holidays', '2026-12-24T18:00:00+01:00', '2026-12-28T07:30:00.000Z'],
    ['once the clocks have changed', '2026-03-28T24:00:00+01:00', '2026-03-30T06:30:00.000Z'],
  ])('%s', (_when, at, back) => {
    expect(backAt({ hours, timeZone, at: new Date(at) })?.toISOString()).toBe(back);
  });

  test.each(['2026-11-30T08:30:00+01:00', '2026-11-30T17:59:59+01:00', '2026-11-28T23:59:59+01:00'])(
    'never while it is there, as at %s',
    at => {
      expect(backAt({ hours, timeZone, at: new Date(at) })).toBeUndefined();
    },
  );

  test('at no known time where it is never there', () => {
    const at = new Date('2026-11-30T12:00:00Z');

    expect(backAt({ hours: { open: [], closed: [] }, timeZone, at })).toBeUndefined();
  });
});

test('a holiday begins and ends at midnight on campus', () => {
  const days = [
    '2026-12-24T22:59:59Z',
    '2026-12-24T23:00:00Z',
    '2026-12-26T22:59:59Z',
    '2026-12-26T23:00:00Z',
  ];

  expect(days.map(at => isHoliday({ hours, timeZone, at: new Date(at) }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
