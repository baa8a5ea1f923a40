import { createRequire } from 'node:module';

type Stemmer = { stem(word: string): string };

const require = createRequire(import.meta.url);
const porter = require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer;

export function stemWord(word: string): string {
  return porter.stem(word);
}
