import { describe, expect, test } from 'vitest';
import { resolutionReport } from '../../../analytics/resolution/report.ts';
import { month, summaryOf, texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');
const day = 86_400;
const times = (mean: number, median: number, p90: number) => ({
  resolution: { meanSeconds: mean, medianSeconds: median, p90Seconds: p90 },
});

const threeMonths = summaryOf({
  groupBy: 'openedMonth',
  groups: [
    month('2026-08-31T22:00:00.000Z', { closed: 2, ...times(3 * day, 2.4 * day, 5 * day) }),
    month('2026-09-30T22:00:00.000Z'),
    month('2026-10-31T23:00:00.000Z', {
      closed: 1,
      open: 1,
      active: 3,
      ...times(3 * 3600, 3 * 3600, 3 * 3600),
    }),
  ],
});

describe('resolutionReport', () => {
  test('each month says median, 90 %, average and how many of how many are closed', () => {
    const report = resolutionReport({ summary: threeMonths, months: 3, now, texts });

    expect(report).toMatchObject({
      title: 'Time from opening to closing, last 3 months',
      figures: [
        { label: 'Average time to close', value: '2 days' },
        { label: 'Closed', value: 3 },
        { label: 'Not closed yet', value: 4 },
      ],
      columns: ['Month', 'Median', '90 % within', 'Average', 'Closed'],
      rows: [
        ['Sep 2026', '2.4 days', '5 days', '3 days', '2 of 2'],
        ['Oct 2026', '–', '–', '–', 'none opened'],
        ['Nov 2026', '3 h', '3 h', '3 h', '1 of 5, not finished'],
      ],
      alt: '3 of 7 tickets opened in the last 3 months are closed, on average after 2 days. By month of opening: Sep 2026 3 days (2 of 2); Nov 2026 3 h (1 of 5, not finished).',
    });
    expect(report.raw.rows[1]).toEqual(['2026-10', 0, 0, null, null, null]);
  });

  test('empty months are drawn, and months not finished are striped', () => {
    const { chart } = resolutionReport({ summary: threeMonths, months: 3, now, texts });

    expect(chart.data.labels).toEqual([
      ['Sep', '2/2'],
      ['Oct', '–'],
      ['Nov', '1/5'],
    ]);
    expect(JSON.stringify(chart.options)).toContain(
      'month of opening, Sep 2026 to Nov 2026 (closed / opened)',
    );
    expect(chart.data.datasets).toMatchObject([
      { label: 'Average, month finished', data: [3, null, null], pattern: 'solid' },
      { label: 'Average so far', data: [null, null, 0.1], pattern: 'stripes' },
      { label: 'Median', data: [2.4, null, 0.1] },
    ]);
  });

  test('a month in which nothing is closed yet has no time', () => {
    const summary = summaryOf({
      groupBy: 'openedMonth',
      groups: [month('2026-10-31T23:00:00.000Z', { open: 2 })],
    });

    const report = resolutionReport({ summary, months: 1, now, texts });

    expect(report.figures[0]).toEqual({ label: 'Average time to close', value: '–' });
    expect(report.rows).toEqual([['Nov 2026', '–', '–', '–', '0 of 2, not finished']]);
    expect(report.alt).toBe('0 of 2 tickets opened this month are closed, so there is no time to show yet.');
  });

  test('a month that is not over says so, even when everything in it is closed', () => {
    const to = '2026-11-30T23:00:00.000Z';
    const closed = { to, closed: 2, ...times(day, day, day) };
    const reportOf = (counts: object) => {
      const groups = [month('2026-10-31T23:00:00.000Z', counts)];
      return resolutionReport({
        summary: summaryOf({ groupBy: 'openedMonth', groups }),
        months: 1,
        now,
        texts,
      });
    };

    expect(reportOf(closed).rows[0]?.at(-1)).toBe('2 of 2 so far');
    expect(reportOf(closed).chart.data.datasets).toMatchObject([
      { data: [null] },
      { data: [24] },
      { data: [24] },
    ]);
    expect(reportOf({ to }).rows[0]?.at(-1)).toBe('none opened so far');
  });

  test('five years keep one bar a month, without numbers on them', () => {
    const groups = Array.from({ length: 60 }, (_, index) =>
      month(new Date(Date.UTC(2021, 11 + index, 1)).toISOString(), { closed: 1, ...times(day, day, day) }),
    );

    const { chart } = resolutionReport({
      summary: summaryOf({ groupBy: 'openedMonth', groups }),
      months: 60,
      now,
      texts,
    });

    expect(chart.data.labels).toHaveLength(60);
    expect(chart.data.datasets[0]).toMatchObject({ datalabels: { display: false } });
  });
});
