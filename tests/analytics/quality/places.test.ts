import type { Summary } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../../analytics/charts/configuration.ts';
import { placesReport } from '../../../analytics/quality/places/report.ts';
import { texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');
const group = (name: string | null, open: number, active: number): Summary['groups'][number] => ({
  key: name ?? 'none',
  place: name === null ? null : { name },
  ...{ from: null, to: null, count: open + active, open, active, closed: 0, resolution: null },
});
const reportOf = (groups: Summary['groups']) =>
  placesReport({ summary: { groupBy: 'place', timeZone: 'Europe/Rome', groups }, now, texts });

describe('placesReport', () => {
  test('leads with the place that has the most, and counts what names no place by itself', () => {
    const report = reportOf([group('Library', 3, 1), group('Dormitory', 2, 0), group(null, 5, 2)]);

    expect(report).toMatchObject({
      service: 'quality',
      title: 'Not closed yet, by place',
      insight: 'Library has the most: 4 of 6 tickets with a place.',
      figures: [
        { label: 'Not closed yet', value: 13 },
        { label: 'With a place', value: '6 of 13' },
        { label: 'No place', value: 7 },
      ],
      columns: ['Place', 'Open', 'Active', 'Not closed'],
      rows: [
        ['Library', 3, 1, 4],
        ['Dormitory', 2, 0, 2],
        ['No place', 5, 2, 7],
      ],
    });
    expect(report.alt).toContain('Library: 4; Dormitory: 2; No place: 7.');
    expect(configurationSchema.safeParse(report.chart).success).toBe(true);
  });

  test('of many places names the first, adds up the others, and has all in the file', () => {
    const many = Array.from({ length: 40 }, (_, at) => group(`Place ${at}`, 40 - at, 0));
    const report = reportOf([...many, group(null, 0, 0)]);

    expect(report.rows).toHaveLength(17);
    expect(report.rows.slice(14)).toEqual([
      ['Place 14', 26, 0, 26],
      ['25 other places', 325, 0, 325],
      ['No place', 0, 0, 0],
    ]);
    expect(report.sheet?.rows).toHaveLength(41);
    expect(report.chart.data.labels).toHaveLength(8);
    expect(report.rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(820);
  });

  test('one place more than fits is named instead of “1 other places”', () => {
    const many = Array.from({ length: 16 }, (_, at) => group(`Place ${at}`, 1, 0));

    expect(reportOf([...many, group(null, 0, 0)]).rows.at(-2)).toEqual(['Place 15', 1, 0, 1]);
  });

  test('names are short on a phone and beside a bar', () => {
    const report = reportOf([group('Faculty of Mathematics and Natural Sciences', 1, 1), group(null, 0, 0)]);

    expect(report.short?.rows[0]).toEqual(['Faculty of Mathemat…', 1, 1]);
    expect(report.chart.data.labels[0]).toBe('Faculty of Mathematic…');
    expect(report.insight).toBe(
      'All 2 tickets with a place are in Faculty of Mathematics and Natural Sciences.',
    );
  });

  test.each([
    ['Nothing is open or active.', [group(null, 0, 0)]],
    ['The only ticket names no place.', [group(null, 1, 0)]],
    ['None of the 3 tickets names a place.', [group(null, 1, 2)]],
    ['The only ticket with a place is in Library.', [group('Library', 1, 0), group(null, 4, 0)]],
    [
      'A and B have the most: 2 each of 5 tickets with a place.',
      [group('A', 2, 0), group('B', 0, 2), group('C', 1, 0), group(null, 0, 0)],
    ],
    [
      '3 tickets with a place are spread over 3 places.',
      [group('A', 1, 0), group('B', 0, 1), group('C', 1, 0), group(null, 0, 0)],
    ],
  ])('says: %s', (insight, groups) => {
    expect(reportOf(groups).insight).toBe(insight);
  });
});
