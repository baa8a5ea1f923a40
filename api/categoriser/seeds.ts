import { readFileSync } from 'node:fs';
import { type Example, labels } from './category.ts';

/** A seed with the heading it stands under. */
export type Seed = Example & { topic: string };

/** The hand-written examples: one line each under `# topic` headings, one file per label. */
export function loadSeeds(): Seed[] {
  return labels.flatMap(label => {
    const source = readFileSync(new URL(`./seeds/${label}.txt`, import.meta.url), 'utf8');
    let topic = '';
    return source.split('\n').flatMap(line => {
      if (line.startsWith('# ')) topic = line.slice(2);
      return line === '' || line.startsWith('# ') ? [] : [{ text: line, label, weight: 1, topic }];
    });
  });
}
