import { describe, expect, test } from 'vitest';
import { groupingOf, spanOf } from '../../../analytics/backlog/bars.ts';
import { backlogReport } from '../../../analytics/backlog/report.ts';
import { summaryOf, texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('backlogReport', () => {
  test('open and active are told apart in figures, rows, words and bars', () => {
    const groups = [
      {
        key: '2026-11-21',
        from: '2026-11-20T23:00:00.000Z',
        to: '2026-11-21T23:00:00.000Z',
        open: 4,
        active: 3,
      },
      {
        key: '2026-11-22',
        from: '2026-11-21T23:00:00.000Z',
        to: '2026-11-22T09:00:00.000Z',
        open: 7,
        active: 3,
      },
    ];

    const report = backlogReport({
      summary: summaryOf({ groupBy: 'openedDay', groups }),
      period: { amount: 36, unit: 'h' },
      now,
      texts,
    });

    expect(report).toMatchObject({
      title: 'Opened in the last 36 hours, not closed yet',
      figures: [
        { label: 'Not closed yet', value: 17 },
        { label: 'Open', value: 11 },
        { label: 'Active', value: 6 },
      ],
      columns: ['Day', 'Open', 'Active'],
      rows: [
        ['21 Nov', 4, 3],
        ['22 Nov', 7, 3],
      ],
      alt: '17 tickets opened in the last 36 hours are not closed yet: 11 open, 6 active.',
    });
    expect(report.raw.rows[0]).toEqual(['2026-11-20T23:00:00.000Z', '2026-11-21T23:00:00.000Z', 4, 3]);
    expect(report.chart.data.datasets).toMatchObject([
      { label: 'Active', data: [3, 3], pattern: 'solid', datalabels: { display: [true, true] } },
      { label: 'Open', data: [4, 7], pattern: 'stripes', datalabels: { display: [true, true] } },
    ]);
  });

  test.each([
    ['1h', { amount: 1, unit: 'h' }, 'Hour', 'openedHour'],
    ['24h', { amount: 24, unit: 'h' }, 'Hour', 'openedHour'],
    ['25h', { amount: 25, unit: 'h' }, 'Day', 'openedDay'],
    ['31d', { amount: 31, unit: 'd' }, 'Day', 'openedDay'],
    ['32d', { amount: 32, unit: 'd' }, 'Week', 'openedDay'],
    ['182d', { amount: 182, unit: 'd' }, 'Week', 'openedDay'],
    ['730d', { amount: 730, unit: 'd' }, 'Month', 'openedMonth'],
  ] as const)('the bars of %s are readable', (_typed, period, span, grouping) => {
    expect([spanOf(period), groupingOf(spanOf(period))]).toEqual([span, grouping]);
  });

  test('weeks are put together from days, cut before Monday', () => {
    const day = (date: string, open: number) => ({
      key: date,
      from: `${date}T00:00:00.000Z`,
      to: `${date}T23:00:00.000Z`,
      open,
    });
    const groups = [day('2026-11-14', 1), day('2026-11-15', 2), day('2026-11-16', 4), day('2026-11-17', 8)];

    const report = backlogReport({
      summary: summaryOf({ groupBy: 'openedDay', groups }),
      period: { amount: 60, unit: 'd' },
      now,
      texts,
    });

    expect(report.columns).toEqual(['Week', 'Open', 'Active']);
    expect(report.rows).toEqual([
      ['from 14 Nov', 3, 0],
      ['from 16 Nov', 12, 0],
    ]);
  });

  test('the hour that happens twice when summer time ends is told apart by its offset', () => {
    const hours = ['2026-10-24T23:00:00.000Z', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'];
    const groups = hours.map(from => ({ key: from, from, to: from, open: 1 }));

    const { rows } = backlogReport({
      summary: summaryOf({ groupBy: 'openedHour', groups }),
      period: { amount: 3, unit: 'h' },
      now,
      texts,
    });

    expect(rows).toEqual([
      ['25 Oct 01:00', 1, 0],
      ['25 Oct 02:00 (+02:00)', 1, 0],
      ['25 Oct 02:00 (+01:00)', 1, 0],
    ]);
  });

  test('one ticket of the last hour is said in the singular', () => {
    const groups = [{ key: 'x', from: '2026-11-22T08:00:00.000Z', to: '2026-11-22T09:00:00.000Z', open: 1 }];

    const { alt } = backlogReport({
      summary: summaryOf({ groupBy: 'openedHour', groups }),
      period: { amount: 1, unit: 'h' },
      now,
      texts,
    });

    expect(alt).toBe('1 ticket opened in the last hour is not closed yet: 1 open, 0 active.');
  });

  test('a part too low for its number, and bars too many for any, carry none', () => {
    const group = (key: string, open: number, active: number) => ({
      key,
      from: `${key}T00:00:00.000Z`,
      open,
      active,
    });
    const report = (days: number) =>
      backlogReport({
        summary: summaryOf({
          groupBy: 'openedDay',
          groups: Array.from({ length: days }, (_, day) =>
            group(`2026-10-${String(day + 1).padStart(2, '0')}`, day === 0 ? 1 : 40, 0),
          ),
        }),
        period: { amount: days, unit: 'd' },
        now,
        texts,
      });

    expect(report(2).chart.data.datasets[1]).toMatchObject({ datalabels: { display: [false, true] } });
    expect(report(17).chart.data.datasets[1]).toMatchObject({
      datalabels: { display: Array(17).fill(false) },
    });
  });
});
