import { readFileSync } from 'node:fs';
import { type Example, isCategory, labels } from './category.ts';
import { parseCsv } from './evaluation/read-csv.ts';

/** A seed with the heading it stands under. */
export type Seed = Example & { topic: string };

/** Texts of other origin carry vocabulary, not the register of a campus. */
const publicWeight = 0.2;

/** The hand-written examples: one line each under `# topic` headings, one file per label. */
export function loadSeeds(): Seed[] {
  return labels.flatMap(label => {
    let topic = '';
    return read(`${label}.txt`)
      .split('\n')
      .flatMap(line => {
        if (line.startsWith('# ')) topic = line.slice(2);
        return line === '' || line.startsWith('# ') ? [] : [{ text: line, label, weight: 1, topic }];
      });
  });
}

/** Openly licensed texts of a neighbouring kind, at low weight; seeds/SOURCES.md names where they come from. */
export function loadPublicExamples(): Example[] {
  const [, ...records] = parseCsv(read('public.csv'));
  return records.flatMap(({ fields: [text = '', label] }) =>
    isCategory(label) ? [{ text, label, weight: publicWeight }] : [],
  );
}

function read(file: string): string {
  return readFileSync(new URL(`./seeds/${file}`, import.meta.url), 'utf8');
}
