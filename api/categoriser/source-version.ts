import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { labels } from './category.ts';

const sources = [
  'thesaurus.txt',
  'slang.txt',
  'stop-words.ts',
  'seeds/public.csv',
  ...labels.map(label => `seeds/${label}.txt`),
];

/** Names the state of the seeds, the thesaurus and the slang table: a model of the same version was built from them. */
export function sourceVersion(): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(new URL(source, import.meta.url)));
  return `seeds-${hash.digest('hex').slice(0, 8)}`;
}
