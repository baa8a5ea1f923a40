import type { Report } from '@campus-desk/contract';
import { expect, test } from 'vitest';
import { tableText } from '../../../bot/ui/table-text.ts';
import { texts } from '../../support/english.ts';
import { sampleReport } from '../stats/sample-report.ts';

const tableOf = (report: Report) => tableText({ report, texts });

test('a table has columns of equal width, numbers to the right', () => {
  const rows = [
    ['Nov 2026', 7, null],
    ['Dec', 12, 'x'],
  ];

  expect(tableOf(sampleReport({ columns: ['Month', 'Open', 'Note'], rows }))).toBe(
    ['Month     Open  Note', 'Nov 2026     7  –', 'Dec         12  x'].join('\n'),
  );
});

test('a long table shows its newest rows and says how many it leaves out', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`m${index}`, index]);

  const lines = tableOf(sampleReport({ columns: ['Month', 'Open'], rows })).split('\n');

  expect(lines).toHaveLength(34);
  expect(lines[1]).toMatch(/^m28/);
  expect(lines.at(-1)).toBe('… 28 earlier rows are in the CSV');
});

test('a table with rows in few letters shows those, durations to the right, close together where a phone has no room', () => {
  const columns = ['Month', 'Median', '90 %', 'Average', 'Closed'];
  const rows = [
    ['Oct 26', '2.4 d', '10 d', '25 min', '112/112'],
    ['Nov 26', '–', '<1 min', '3.5 h', '98/124…'],
  ];

  const text = tableOf(sampleReport({ short: { columns, rows } }));

  expect(text).toBe(
    [
      'Month  Median   90 % Average  Closed',
      'Oct 26  2.4 d   10 d  25 min 112/112',
      'Nov 26      – <1 min   3.5 h 98/124…',
    ].join('\n'),
  );
});

test('no line is wider than the 36 letters of a phone where closer columns help', () => {
  const columns = ['Month', 'Median', '90 %', 'Avg.', 'Answered'];
  const rows = [['Nov 26', '1.1 h', '5.2 h', '2.3 h', '104/135…']];

  const lines = tableOf(sampleReport({ short: { columns, rows } })).split('\n');

  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(36);
});
