import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What the model is made from: the seeds, and the code that reads them and trains on them. */
const folders = ['seeds', 'danger', 'reading', 'models', 'training'];

/** A version made from the content of all these files; a model with this version was built from them. */
export function sourceVersion(): string {
  const hash = createHash('sha256');
  for (const source of folders.flatMap(filesIn)) hash.update(readFileSync(source));
  return `seeds-${hash.digest('hex').slice(0, 8)}`;
}

function filesIn(folder: string): URL[] {
  const url = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter(name => !name.endsWith('.md'))
    .sort()
    .map(name => new URL(name, url));
}
