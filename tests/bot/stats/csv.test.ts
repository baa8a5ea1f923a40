import { expect, test } from 'vitest';
import { csvName, formatCsv } from '../../../bot/stats/csv.ts';
import { sampleReport } from './sample-report.ts';

test('a CSV holds the raw numbers, empty where there is none, with every comma quoted', () => {
  const raw = {
    columns: ['month', 'meanSeconds'],
    rows: [
      ['2026-10', null],
      ['a,"b"', 7.5],
    ],
  };

  expect(formatCsv(sampleReport({ raw }))).toBe('month,meanSeconds\r\n2026-10,\r\n"a,""b""",7.5\r\n');
  expect(csvName(sampleReport())).toBe('categories-2026-11-22.csv');
});
