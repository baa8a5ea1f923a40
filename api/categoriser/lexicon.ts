import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { createThesaurus, type Thesaurus } from './thesaurus.ts';

/** The thesaurus that ships with the code. */
export function loadThesaurus(): Thesaurus {
  return createThesaurus(read('./thesaurus.txt'));
}

/** Slang and pictures with what they mean, from lines `word meaning …`; a word without meaning is dropped. */
export function loadSlang(): ReadonlyMap<string, string> {
  const slang = new Map<string, string>();
  for (const line of read('./slang.txt').split('\n')) {
    const [word = '', ...meaning] = line.split(' ');
    if (word !== '' && word !== '#') slang.set(fold(word), meaning.join(' '));
  }
  return slang;
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
