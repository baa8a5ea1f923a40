import { describe, expect, test } from 'vitest';
import { axisUnit, formatDuration } from '../../analytics/duration.ts';
import { texts } from './support/summary.ts';

const hour = 3600;
const day = 24 * hour;

describe('formatDuration', () => {
  test.each([
    [0, 'under 1 min'],
    [59, 'under 1 min'],
    [60, '1 min'],
    [25 * 60 + 20, '25 min'],
    [3599, '1 h'],
    [3 * hour, '3 h'],
    [3.5 * hour, '3.5 h'],
    [9.96 * hour, '10 h'],
    [23.4 * hour, '23 h'],
    [23.9 * hour, '1 day'],
    [day, '1 day'],
    [2.4 * day, '2.4 days'],
    [12.3 * day, '12 days'],
    [400 * day, '400 days'],
  ])('%s seconds are %s', (seconds, words) => {
    expect(formatDuration({ seconds, texts })).toBe(words);
  });
});

describe('axisUnit', () => {
  test.each([
    [0, 'minutes'],
    [2 * hour - 1, 'minutes'],
    [2 * hour, 'hours'],
    [2 * day - 1, 'hours'],
    [2 * day, 'days'],
  ])('with %s seconds the axis shows %s', (seconds, unit) => {
    expect(axisUnit({ maxSeconds: seconds }).name).toBe(unit);
  });
});
