import type { CorrectionMonth } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { correctionsReport } from '../../../analytics/categoriser/report.ts';
import { configurationSchema } from '../../../analytics/charts/configuration.ts';
import { texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');

const october: CorrectionMonth = {
  key: '2026-10',
  from: '2026-09-30T22:00:00.000Z',
  to: '2026-10-31T23:00:00.000Z',
  categorised: 40,
  confirmed: 2,
  corrected: 4,
  corrections: [
    { from: 'it', to: 'facility', count: 3 },
    { from: 'service', to: 'it', count: 1 },
  ],
};
const november: CorrectionMonth = {
  key: '2026-11',
  from: '2026-10-31T23:00:00.000Z',
  to: '2026-11-30T23:00:00.000Z',
  categorised: 0,
  confirmed: 0,
  corrected: 0,
  corrections: [],
};

const reportOf = (months: CorrectionMonth[]) =>
  correctionsReport({ summary: { timeZone: 'Europe/Rome', months }, now, texts });

describe('correctionsReport', () => {
  test('counts the corrected tickets by the category that was wrong, month by month', () => {
    const { chart, ...report } = reportOf([october, november]);

    expect(report).toEqual({
      service: 'categoriser',
      title: 'Categories corrected, tickets of the last 2 months',
      generatedAt: '2026-11-22T09:00:00.000Z',
      timeZone: 'Europe/Rome',
      figures: [
        { label: 'Filed', value: 40 },
        { label: 'Corrected', value: 4 },
        { label: 'Share', value: '10 %' },
        { label: 'Confirmed', value: 2 },
      ],
      columns: ['Month', 'Filed', 'Corrected', 'was Facility', 'was IT', 'was Services'],
      rows: [
        ['Oct 2026', 40, 4, 0, 3, 1],
        ['Nov 2026', 0, 0, 0, 0, 0],
      ],
      raw: {
        columns: [
          'month',
          'categorised',
          'confirmed',
          'corrected',
          'facility_to_it',
          'facility_to_service',
          'it_to_facility',
          'it_to_service',
          'service_to_facility',
          'service_to_it',
        ],
        rows: [
          ['2026-10', 40, 2, 4, 0, 0, 3, 0, 0, 1],
          ['2026-11', 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ],
      },
      alt:
        '4 of 40 tickets opened in the last 2 months were given another category by a person: ' +
        'Technical IT to Facility management 3, Services complaint to Technical IT 1. ' +
        'By month of opening: Oct 2026 4 of 40.',
    });
    expect(chart.data.labels).toEqual(['Oct 26', 'Nov']);
    expect(chart.data.datasets).toMatchObject([
      { label: 'was Facility management', data: [0, 0] },
      { label: 'was Technical IT', data: [3, 0] },
      { label: 'was Services complaint', data: [1, 0] },
    ]);
  });

  test('has no share where there is no ticket', () => {
    const { figures, alt } = reportOf([november]);

    expect(figures[2]).toEqual({ label: 'Share', value: '–' });
    expect(alt).toMatch(/^0 of 0 tickets/);
  });

  test('has a chart that our server draws', () => {
    expect(configurationSchema.safeParse(reportOf([october]).chart).success).toBe(true);
  });
});
