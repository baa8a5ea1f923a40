import { describe, expect, test } from 'vitest';
import { checkTimeZone } from '../../../api/doctor/check-time-zone.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('checkTimeZone', () => {
  test('says what a chosen zone makes of the time', () => {
    expect(checkTimeZone({ timeZone: 'Europe/Rome', now })).toEqual({
      about: 'Time zone',
      verdict: 'fine',
      says: expect.stringMatching(/^Europe\/Rome: on campus it is Sunday,? 22 November 2026 at 10:00\.$/),
    });
  });

  test('notes UTC, which hardly a campus goes by', () => {
    expect(checkTimeZone({ timeZone: 'UTC', now })).toMatchObject({
      verdict: 'note',
      says: expect.stringContaining('UTC: on campus it is Sunday'),
    });
  });
});
