import { describe, expect, test } from 'vitest';
import { checkTimeZone } from '../../../api/doctor/check-time-zone.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('checkTimeZone', () => {
  test('says what a chosen zone makes of the time', () => {
    expect(checkTimeZone({ timeZone: 'Europe/Rome', isChosen: true, now })).toEqual({
      about: 'Time zone',
      verdict: 'fine',
      says: expect.stringMatching(/^Europe\/Rome: on campus it is Sunday,? 22 November 2026 at 10:00\.$/),
    });
  });

  test("notes that nobody chose the machine's", () => {
    expect(checkTimeZone({ timeZone: 'UTC', isChosen: false, now })).toMatchObject({
      verdict: 'note',
      says: expect.stringContaining("UTC, which is this machine's"),
    });
  });
});
