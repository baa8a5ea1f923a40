import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { createThesaurus, type Thesaurus } from './thesaurus.ts';

/** What ships beside the model: slang spelled out, and what words mean in five languages. */
export type Lexicon = { slang: ReadonlyMap<string, string>; thesaurus: Thesaurus };

let loaded: Lexicon | undefined;

/** The lexicon that ships with the code, read once; nobody changes it. */
export function loadLexicon(): Lexicon {
  loaded ??= { slang: readSlang(read('./slang.txt')), thesaurus: createThesaurus(read('./thesaurus.txt')) };
  return loaded;
}

/** Slang and emoji with what they mean, from lines `word meaning …`; a word without meaning is dropped. */
function readSlang(source: string): ReadonlyMap<string, string> {
  const slang = new Map<string, string>();
  for (const line of source.split('\n')) {
    const [word = '', ...meaning] = line.split(' ');
    if (word !== '' && word !== '#') slang.set(fold(word), meaning.join(' '));
  }
  return slang;
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
