import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../../bot/stats/csv.ts';
import { sampleReport } from './sample-report.ts';

describe('the CSV of a report', () => {
  test('reads back as the rows it was made of, whatever they hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ',', '\r\n', '""', 'a,b', 'a"b'),
      fc.integer(),
    );
    // An empty line says nothing, so a row has two cells at least.
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, given => {
        const columns = ['one', 'two'];
        const csv = formatCsv(sampleReport({ raw: { columns, rows: given } }));

        const read = readCsv(csv);
        expect(read).toEqual([columns, ...given.map(row => row.map(String))]);
      }),
    );
  });
});

/** RFC 4180, for text that ends with a line break: quoted fields hold anything, with doubled quotes. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
