import { describe, expect, test } from 'vitest';
import { daysSinceMonday, formatOffset, startOfMonth } from '../../analytics/calendar.ts';
import { rome } from './support/summary.ts';

type StartInput = { now: string; monthsAgo?: number; timeZone?: string };

describe('startOfMonth', () => {
  const start = ({ now, monthsAgo = 0, timeZone = rome }: StartInput) =>
    startOfMonth({ now: new Date(now), monthsAgo, timeZone }).toISOString();

  test('a minute before and after the end of a month are in different months', () => {
    expect(start({ now: '2026-10-31T22:59:00Z' })).toBe('2026-09-30T22:00:00.000Z');
    expect(start({ now: '2026-10-31T23:01:00Z' })).toBe('2026-10-31T23:00:00.000Z');
  });

  test('summer time begins and ends inside a month without moving its start', () => {
    expect(start({ now: '2026-03-31T12:00:00Z' })).toBe('2026-02-28T23:00:00.000Z');
    expect(start({ now: '2026-03-31T22:00:00Z' })).toBe('2026-03-31T22:00:00.000Z');
    expect(start({ now: '2026-10-25T00:30:00Z' })).toBe('2026-09-30T22:00:00.000Z');
  });

  test('months are counted back over the year, and forward', () => {
    expect(start({ now: '2026-02-10T12:00:00Z', monthsAgo: 3 })).toBe('2025-10-31T23:00:00.000Z');
    expect(start({ now: '2026-12-10T12:00:00Z', monthsAgo: -1 })).toBe('2026-12-31T23:00:00.000Z');
  });

  test.each([
    ['Asia/Kathmandu', '2026-10-31T18:15:00.000Z'],
    ['America/New_York', '2026-11-01T04:00:00.000Z'],
    ['Pacific/Auckland', '2026-10-31T11:00:00.000Z'],
    ['UTC', '2026-11-01T00:00:00.000Z'],
  ])('November 2026 in %s begins at %s', (timeZone, instant) => {
    expect(start({ now: '2026-11-15T12:00:00Z', timeZone })).toBe(instant);
  });
});

test('the offset tells summer from winter, and west from east', () => {
  expect(formatOffset({ at: new Date('2026-07-01T00:00:00Z'), timeZone: rome })).toBe('+02:00');
  expect(formatOffset({ at: new Date('2026-01-01T00:00:00Z'), timeZone: 'America/St_Johns' })).toBe('-03:30');
});

test('a week begins on Monday', () => {
  expect(daysSinceMonday('2026-11-16')).toBe(0);
  expect(daysSinceMonday('2026-11-22')).toBe(6);
});
