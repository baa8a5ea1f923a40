import type { ResponseMonth } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../../analytics/charts/configuration.ts';
import { responseReport } from '../../../analytics/quality/response/report.ts';
import { texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');
const times = { meanSeconds: 7200, medianSeconds: 1500, p90Seconds: 18_000 };
const monthOf = (key: string, from: string, counts: Partial<ResponseMonth> = {}): ResponseMonth => ({
  key,
  from,
  to: from,
  count: 0,
  responded: 0,
  response: null,
  ...counts,
});
const september = monthOf('2026-09', '2026-08-31T22:00:00.000Z');
const october = monthOf('2026-10', '2026-09-30T22:00:00.000Z', { count: 9, responded: 8, response: times });
const november = monthOf('2026-11', '2026-10-31T23:00:00.000Z', { count: 2, responded: 2, response: times });

const reportOf = (overall: Pick<ResponseMonth, 'count' | 'responded' | 'response'>, workingHours = false) =>
  responseReport({
    summary: { timeZone: 'Europe/Rome', workingHours, overall, months: [september, october, november] },
    months: 3,
    now,
    texts,
  });

describe('responseReport', () => {
  test('leads with the median, and says how many of how many are answered', () => {
    const report = reportOf({ count: 11, responded: 10, response: times });

    expect(report).toMatchObject({
      service: 'quality',
      title: 'Time to the first answer, last 3 months',
      insight: 'Half were answered within 25 minutes, nine of ten within 5 hours.',
      figures: [
        { label: 'Median', value: '25 min' },
        { label: 'Answered', value: 10 },
        { label: 'Not answered yet', value: 1 },
      ],
      columns: ['Month', 'Median', '90 % within', 'Average', 'Answered'],
      rows: [
        ['Sep 2026', '–', '–', '–', 'none opened'],
        ['Oct 2026', '25 min', '5 h', '2 h', '8 of 9'],
        ['Nov 2026', '25 min', '5 h', '2 h', '2 of 2'],
      ],
      emptyRows: 1,
    });
    expect(report.short?.rows[1]).toEqual(['Oct 26', '25 min', '5 h', '2 h', '8/9…']);
    expect(report.sheet?.rows[1]).toEqual(['Oct 2026', 9, 8, 0.42, 2, 5]);
    expect(report.alt).toBe(
      '10 of 11 tickets have a first answer. Half were answered within 25 minutes, nine of ten within 5 hours. ' +
        'Median by month of opening: Oct 2026 25 min; Nov 2026 25 min.',
    );
  });

  test('says so where only office hours are counted, of which a day has fewer than a day', () => {
    const long = { meanSeconds: 90 * 3600, medianSeconds: 26 * 3600, p90Seconds: 100 * 3600 };
    const report = reportOf({ count: 11, responded: 10, response: long }, true);

    expect(report).toMatchObject({
      title: 'Time to the first answer in office hours, last 3 months',
      insight:
        'Half were answered within 26 hours, nine of ten within 100 hours, counting office hours only.',
      figures: [{ label: 'Median', value: '26 h' }, {}, {}],
    });
    expect(JSON.stringify(report.chart.options.scales)).toContain('minutes of office time');
  });

  test('its chart begins with the first ticket, striped while some wait and pale where few are answered', () => {
    const { chart } = reportOf({ count: 11, responded: 10, response: times });

    expect(chart.data.labels).toEqual(['Oct', 'Nov']);
    expect(chart.data.datasets[0]).toMatchObject({
      data: [25, 25],
      pattern: ['stripes', 'solid'],
      backgroundColor: ['#7461d6', '#7461d666'],
    });
    expect(configurationSchema.safeParse(chart).success).toBe(true);
  });

  test.each([
    [{ count: 0, responded: 0, response: null }, 'No ticket was opened in this time.'],
    [{ count: 2, responded: 0, response: null }, 'None of them is answered yet.'],
    [{ count: 2, responded: 1, response: times }, 'The only one that is answered waited for 25 minutes.'],
  ])('of %j it says “%s”', (overall, insight) => {
    expect(reportOf(overall).insight).toBe(insight);
  });
});
