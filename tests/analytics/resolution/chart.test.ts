import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../../analytics/charts/configuration.ts';
import { resolutionReport } from '../../../analytics/resolution/report.ts';
import { month, summaryOf, texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');
const day = 86_400;
const took = (days: number) => ({
  resolution: { meanSeconds: 2 * days * day, medianSeconds: days * day, p90Seconds: 4 * days * day },
});

const monthOf = (index: number, counts: object = {}) =>
  month(new Date(Date.UTC(2025, 11 + index, 1) - 3_600_000).toISOString(), counts);
const chartOf = (groups: ReturnType<typeof month>[]) =>
  resolutionReport({
    summary: summaryOf({ groupBy: 'openedMonth', groups }),
    months: groups.length,
    now,
    texts,
  }).chart;

describe('the chart of times to closing', () => {
  test('begins with the month of the first ticket', () => {
    const { data } = chartOf([monthOf(0), monthOf(1), monthOf(2, { closed: 9, ...took(2) }), monthOf(3)]);

    expect(data.labels).toEqual([
      ['Feb', '9/9'],
      ['Mar', '–'],
    ]);
    expect(data.datasets.map(({ data }) => data)).toEqual([
      [4, null],
      [null, null],
      [2, null],
    ]);
  });

  test('has a pale bar where fewer than five tickets are closed, a striped one where some are not', () => {
    const { data } = chartOf([
      monthOf(0, { closed: 4, ...took(2) }),
      monthOf(1, { closed: 5, ...took(2) }),
      monthOf(2, { closed: 5, open: 1, ...took(2) }),
    ]);

    expect(data.datasets[2]).toMatchObject({
      backgroundColor: ['#7461d666', '#7461d6', '#7461d6'],
      pattern: ['solid', 'solid', 'stripes'],
    });
  });

  test('says the years once where there is no room for them below the bars', () => {
    const year = Array.from({ length: 12 }, (_, index) => monthOf(index, { closed: 120, ...took(2) }));

    const { data, options } = chartOf(year);

    expect(data.labels).toEqual('Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov'.split(' '));
    expect(JSON.stringify(options)).toContain('month of opening, Dec 2025 to Nov 2026');
  });

  test('writes the number of a bar beyond the mark of an average that is near', () => {
    const { data } = chartOf([
      monthOf(0, { closed: 9, ...took(0.2) }),
      monthOf(1, { closed: 9, ...took(9) }),
    ]);

    expect(data.datasets[2]).toMatchObject({ datalabels: { offset: [expect.closeTo(11.2, 0), 2] } });
  });

  test('is one that our server draws', () => {
    expect(configurationSchema.safeParse(chartOf([monthOf(0, { closed: 4, ...took(2) })])).success).toBe(
      true,
    );
  });
});
