import { isCategory } from '../label.ts';
import type { Report } from './measure.ts';

const nothingReported = ['', 'none', 'nothing'];

/** Reports of a CSV with the columns text, category and perhaps tag; throws with the line that is wrong. */
export function readReports(source: string): Report[] {
  const [header, ...records] = parseCsv(source.replace(/^\uFEFF/, ''));
  const columns = header?.fields.map(field => field.trim().toLowerCase()) ?? [];
  const text = columns.indexOf('text');
  const category = columns.indexOf('category');
  const tag = columns.indexOf('tag');
  if (text < 0 || category < 0)
    throw new Error('The first line must name the columns text,category or text,category,tag.');
  const filled = records.filter(({ fields }) => fields.some(field => field !== ''));
  if (filled.length === 0) throw new Error('There are no reports below the first line.');
  return filled.map(({ fields, line }) => {
    if (fields.length !== columns.length) {
      throw new Error(
        `Line ${line}: ${fields.length} columns where the first line has ${columns.length}; quote texts with commas.`,
      );
    }
    return {
      text: fields[text] ?? '',
      category: readCategory({ word: fields[category], line }),
      tag: fields[tag] ?? '',
    };
  });
}

function readCategory({ word = '', line }: { word: string | undefined; line: number }): Report['category'] {
  const category = word.trim().toLowerCase();
  if (isCategory(category)) return category;
  if (nothingReported.includes(category)) return null;
  throw new Error(
    `Line ${line}: the category "${word}" is not facility, it or service (empty: nothing reported).`,
  );
}

type CsvRecord = { fields: string[]; line: number };

/** RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. */
export function parseCsv(source: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  while (field.lastIndex < source.length || fields.length > 0) {
    const match = field.exec(source);
    if (!match)
      throw new Error(`Line ${line}: a quote that is not closed or stands inside an unquoted field.`);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    line += match[0].split('\n').length - 1;
    if (match[3] === ',') continue;
    records.push({ fields, line: start });
    fields = [];
    start = line;
  }
  return records;
}
