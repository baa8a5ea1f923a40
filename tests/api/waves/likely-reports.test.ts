import { describe, expect, test } from 'vitest';
import { type History, likelyReports, type Report } from '../../../api/waves/likely-reports.ts';

const now = Date.parse('2026-11-30T10:00:00Z');
const sixWeeksMs = 6 * 7 * 24 * 3_600_000;

/** So many reports of the last six weeks, the newest first, one in ten of the same problem. */
function reportsOf(count: number): Report[] {
  return Array.from({ length: count }, (_, at) => ({
    number: count - at,
    person: `P${at}`,
    at: new Date(now - (at / count) * sixWeeksMs),
  }));
}

const isSame = ({ number }: Report) => number % 10 === 0;

describe('what is likely', () => {
  test.each([4000, 40_000, 400_000])('of %i reports is what the newest of them tell', reports => {
    const all = reportsOf(reports);
    const history: History = { reports, atThisHour: reports / 50, weeks: 6, newest: all };

    const likely = likelyReports({ history, isSame });
    const ofNewest = likelyReports({ history: { ...history, newest: all.slice(0, 4000) }, isSame });

    const perWeek = reports / 10 / 6;
    expect(likely).toBeCloseTo((6 / 7) * (perWeek / 50), 1);
    expect(ofNewest / likely).toBeCloseTo(1, 1);
  });

  test('is little where nothing was reported yet', () => {
    const likely = likelyReports({ history: { reports: 0, atThisHour: 0, weeks: 0, newest: [] }, isSame });

    expect(likely).toBeCloseTo(0.5 / 20);
  });
});
