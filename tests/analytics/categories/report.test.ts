import { describe, expect, test } from 'vitest';
import { categoriesReport } from '../../../analytics/categories/report.ts';
import { summaryOf, texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('categoriesReport', () => {
  test('every category is there, zeros included, with the total', () => {
    const summary = summaryOf({
      groupBy: 'category',
      groups: [
        { key: 'it', active: 2 },
        { key: 'facility', active: 1 },
      ],
    });

    const { chart, raw, ...report } = categoriesReport({ summary, now, texts });

    expect(report).toEqual({
      service: 'categories',
      title: 'Active tickets by category',
      generatedAt: '2026-11-22T09:00:00.000Z',
      timeZone: 'Europe/Rome',
      figures: [
        { label: 'Active', value: 3 },
        { label: 'Facility management', value: 1 },
        { label: 'Technical IT', value: 2 },
        { label: 'Services complaint', value: 0 },
      ],
      columns: ['Category', 'Active'],
      rows: [
        ['Facility management', 1],
        ['Technical IT', 2],
        ['Services complaint', 0],
      ],
      alt: '3 tickets are active: Facility management 1, Technical IT 2, Services complaint 0.',
    });
    expect(raw.rows).toEqual([
      ['facility', 1],
      ['it', 2],
      ['service', 0],
    ]);
    expect(chart.data.datasets[0]).toMatchObject({ data: [1, 2, 0], datalabels: { display: true } });
  });

  test('one ticket is one ticket', () => {
    const summary = summaryOf({ groupBy: 'category', groups: [{ key: 'it', active: 1 }] });

    expect(categoriesReport({ summary, now, texts }).alt).toMatch(/^1 ticket is active: /);
  });
});
