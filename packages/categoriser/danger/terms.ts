import { fold } from '../reading/fold.ts';

/** Which terms a folded word is one of: names of `words.txt` in brackets, or words of a rule as they stand there. */
export type Terms = { add(word: { word: string; term: string }): void; of(word: string): readonly string[] };

const minStart = 3;
const minMisspelled = 5;
const none: readonly string[] = [];

/** Words by what they are one of; a star before or behind a word stands for any letters. */
export function createTerms(): Terms {
  const exact = new Map<string, string[]>();
  const starts = new Map<string, string[]>();
  const ends = new Map<string, string[]>();
  const misspelled = new Map<string, string[]>();

  return {
    add({ word, term }) {
      const letters = fold(word.replaceAll('*', ''));
      if (word.startsWith('*')) return put({ terms: ends, key: letters, term });
      if (word.endsWith('*')) return put({ terms: starts, key: letters, term });
      put({ terms: exact, key: letters, term });
      if (letters.length >= minMisspelled) put({ terms: misspelled, key: withoutDoubles(letters), term });
    },

    of(word) {
      const found = [...(exact.get(word) ?? none)];
      for (let length = minStart; length <= word.length; length += 1) {
        found.push(...(starts.get(word.slice(0, length)) ?? none));
        found.push(...(ends.get(word.slice(-length)) ?? none));
      }
      if (found.length > 0 || word.length < minMisspelled) return found;
      const meant =
        misspelled.get(withoutDoubles(word)) ??
        swapped(word)
          .map(one => exact.get(one))
          .find(Boolean);
      return meant ?? none;
    },
  };
}

/** The same for words in which a letter is doubled, and no longer is: "floded". */
function withoutDoubles(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

/** The word with two neighbouring letters the other way round, behind the first: "smoek". */
function swapped(word: string): string[] {
  return Array.from(
    { length: word.length - 2 },
    (_, at) => `${word.slice(0, at + 1)}${word[at + 2]}${word[at + 1]}${word.slice(at + 3)}`,
  );
}

type PutInput = { terms: Map<string, string[]>; key: string; term: string };

function put({ terms, key, term }: PutInput): void {
  const known = terms.get(key);
  if (known === undefined) terms.set(key, [term]);
  else if (!known.includes(term)) known.push(term);
}
