import { createCampusTime, startOfDay, weekdayOf } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';

const rome = createCampusTime('Europe/Rome');

describe('the time on campus', () => {
  test.each([
    ['2026-03-29T00:59:00Z', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['2026-10-25T00:59:00Z', '2026-10-25T02:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00'],
  ])('is at %s %s, also around a change of the clocks', (instant, shown) => {
    const wall = rome.toWall(new Date(instant));

    expect(new Date(wall).toISOString().slice(0, 16)).toBe(shown);
  });

  test('gives the instant back', () => {
    for (const instant of ['2026-01-31T23:30:00.000Z', '2026-07-01T22:15:00.000Z'])
      expect(rome.toInstant(rome.toWall(new Date(instant))).toISOString()).toBe(instant);
  });

  test('west of Greenwich is behind', () => {
    const { offsetAt } = createCampusTime('America/St_Johns');

    expect(offsetAt(new Date('2026-01-01T00:00:00Z'))).toBe(-3.5 * 3_600_000);
  });

  test('has days and weekdays', () => {
    const wall = rome.toWall(new Date('2026-11-22T23:30:00Z'));

    expect(new Date(startOfDay(wall)).toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(weekdayOf(wall)).toBe(1);
  });
});
