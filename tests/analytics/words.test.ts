import { describe, expect, test } from 'vitest';
import { backlogWords } from '../../analytics/backlog/words.ts';
import { categoriesWords } from '../../analytics/categories/words.ts';
import { correctionsWords } from '../../analytics/categoriser/words.ts';
import { resolutionWords } from '../../analytics/resolution/words.ts';
import { month, summaryOf, texts } from './support/summary.ts';

const hour = 3600;

describe('the sentence that leads the backlog', () => {
  const days = (counts: { open?: number; active?: number }[]) =>
    summaryOf({
      groupBy: 'openedDay',
      groups: counts.map((count, index) => ({
        key: `2026-11-${20 + index}`,
        from: `2026-11-${19 + index}T23:00:00.000Z`,
        to: `2026-11-${20 + index}T23:00:00.000Z`,
        ...count,
      })),
    });
  const insightOf = (counts: { open?: number; active?: number }[], amount = 7) =>
    backlogWords({ summary: days(counts), period: { amount, unit: 'd' }, texts }).insight;

  test('says how many are not started, and when the older half was opened', () => {
    expect(insightOf([{ open: 1 }, { open: 2, active: 1 }, { active: 3 }])).toBe(
      '3 of 7 are not started yet; half of them were opened 21 Nov or before.',
    );
  });

  test.each([
    [[{}], 'Nothing is waiting.'],
    [[{ open: 1 }], 'Nobody has started it yet.'],
    [[{ active: 1 }], 'Somebody is working on it.'],
    [[{ active: 2 }], 'All of them are started; all of them were opened 20 Nov.'],
    [
      [{ open: 1 }, { open: 2, active: 1 }],
      '3 of 4 are not started yet; more than half of them were opened 21 Nov.',
    ],
    [
      [{ open: 2 }, { active: 1 }, {}],
      '2 of 3 are not started yet; half of them were opened 20 Nov or before.',
    ],
  ])('of %j is “%s”', (counts, insight) => {
    expect(insightOf(counts)).toBe(insight);
  });

  test('names the week where a bar is a week', () => {
    expect(insightOf([{ open: 2 }], 60)).toContain('opened in the week from 20 Nov.');
  });
});

describe('the sentence that leads the times to closing', () => {
  const times = (median: number, p90: number) => ({
    resolution: { meanSeconds: median, medianSeconds: median, p90Seconds: p90 },
  });
  const words = (overall: object) =>
    resolutionWords({
      texts,
      summary: summaryOf({
        groupBy: 'openedMonth',
        groups: [
          month('2026-08-31T22:00:00.000Z'),
          month('2026-09-30T22:00:00.000Z', { closed: 4, open: 1, ...times(22 * hour, 120 * hour) }),
        ],
      }),
      overall: summaryOf({ groupBy: 'none', groups: [{ key: 'all', ...overall }] }),
    });

  test.each([
    [
      { closed: 4, ...times(22 * hour, 120 * hour) },
      'Half were closed within 22 hours, nine of ten within 5 days.',
    ],
    [{ closed: 4, ...times(hour, hour) }, 'Half were closed within 1 hour.'],
    [{ closed: 1, open: 3, ...times(90, 90) }, 'The only one that is closed took 2 minutes.'],
    [{ open: 3 }, 'None of them is closed yet.'],
    [{}, 'No ticket was opened in this time.'],
  ])('of %j is “%s”', (overall, insight) => {
    expect(words(overall).insight).toBe(insight);
  });

  test('stands before the months since the first ticket; a spreadsheet gets all of them, in hours', () => {
    const { emptyRows, sheet, short } = words({});

    expect(emptyRows).toBe(1);
    expect(short).toEqual({
      columns: ['Month', 'Median', '90 %', 'Avg.', 'Closed'],
      rows: [
        ['Sep 26', '–', '–', '–', '–'],
        ['Oct 26', '22 h', '5 d', '22 h', '4/5…'],
      ],
    });
    expect(sheet).toEqual({
      columns: ['Opened in', 'Opened', 'Closed', 'Median, hours', 'Average, hours', '90 % within, hours'],
      rows: [
        ['Sep 2026', 0, 0, null, null, null],
        ['Oct 2026', 5, 4, 22, 22, 120],
      ],
    });
  });
});

describe('the sentence that leads the categories', () => {
  const words = (counts: Record<string, number>) =>
    categoriesWords({
      summary: summaryOf({
        groupBy: 'category',
        groups: Object.entries(counts).map(([key, active]) => ({ key, active })),
      }),
      texts,
    });

  test.each([
    [{}, 'Nobody is working on a ticket just now.'],
    [{ it: 4 }, 'All of the work is Technical IT.'],
    [{ it: 4, service: 3 }, 'Most of the work is Technical IT: 4 of 7.'],
    [{ it: 3, service: 3 }, 'Most of the work is shared by Technical IT and Services complaint: 3 each.'],
  ])('of %j is “%s”', (counts, insight) => {
    expect(words(counts).insight).toBe(insight);
  });
});

describe('the sentence that leads the corrections', () => {
  const insightOf = (categorised: number, corrections: object[] = []) =>
    correctionsWords({
      texts,
      summary: {
        timeZone: 'Europe/Rome',
        months: [
          {
            key: '2026-10',
            from: '2026-09-30T22:00:00.000Z',
            to: '2026-10-31T23:00:00.000Z',
            categorised,
            confirmed: 0,
            corrected: corrections.length,
            corrections: corrections as [],
          },
        ],
      },
    }).insight;

  test.each([
    [0, [], 'No ticket was filed in this time.'],
    [9, [], 'Nobody corrected a category.'],
    [
      9,
      [{ from: 'it', to: 'facility', count: 1 }],
      '1 of 9 categories was corrected, most often from Technical IT to Facility management.',
    ],
  ])('of %i with %j is “%s”', (categorised, corrections, insight) => {
    expect(insightOf(categorised, corrections)).toBe(insight);
  });
});
