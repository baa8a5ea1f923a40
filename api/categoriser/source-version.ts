import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { labels } from './category.ts';

/** What the model was made from: texts, tables, and the code that reads them and learns from them. */
const sources = [
  ...labels.map(label => `seeds/${label}.txt`),
  'seeds/background.txt',
  'seeds/public.csv',
  'thesaurus.txt',
  'slang.txt',
  'bayes.ts',
  'blend.ts',
  'clauses.ts',
  'features.ts',
  'fold.ts',
  'meanings.ts',
  'natural.ts',
  'reader.ts',
  'salience.ts',
  'spelling.ts',
  'stop-words.ts',
  'thesaurus.ts',
  'train-linear.ts',
  'train-model.ts',
  'train-salience.ts',
  'vocabulary.ts',
  'words.ts',
];

/** Names the state of all of these: a model of the same version was built from them. */
export function sourceVersion(): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(new URL(source, import.meta.url)));
  return `seeds-${hash.digest('hex').slice(0, 8)}`;
}
