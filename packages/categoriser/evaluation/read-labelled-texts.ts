import { isCategory } from '../label.ts';
import type { LabelledText } from './measure.ts';
import { parseCsv } from './parse-csv.ts';

const nothingReported = ['', 'none', 'nothing'];

/** Texts of a CSV with the columns text, category and perhaps tag; throws with the line that is wrong. */
export function readLabelledTexts(source: string): LabelledText[] {
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

type ReadCategoryInput = { word: string | undefined; line: number };

function readCategory({ word = '', line }: ReadCategoryInput): LabelledText['category'] {
  const category = word.trim().toLowerCase();
  if (isCategory(category)) return category;
  if (nothingReported.includes(category)) return null;
  throw new Error(
    `Line ${line}: the category "${word}" is not facility, it or service (empty: nothing reported).`,
  );
}
