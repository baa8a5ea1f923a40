import { hasWord, type WordList } from './word-list.ts';

/** Known words, and the nearest trusted one to a misspelled word. */
export type Spelling = {
  knows(word: string): boolean;
  trusts(word: string): boolean;
  correct(word: string): string;
};

const minCorrectedLength = 5;

type CreateSpellingInput = { trusted: readonly WordList[]; rare: WordList };

/** Corrects towards the trusted words, those of the first list and most frequent first: a rare word may itself be misspelled. */
export function createSpelling({ trusted, rare }: CreateSpellingInput): Spelling {
  return {
    trusts,
    knows: word => trusts(word) || hasWord(rare, word),
    correct: word => (word.length < minCorrectedLength || trusts(word) ? word : nearest(word)),
  };

  function trusts(word: string): boolean {
    return trusted.some(list => hasWord(list, word));
  }

  function nearest(word: string): string {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      for (const end of endsOf({ word, length })) {
        for (const list of trusted) {
          const found = groupsOf(list)
            .get(end)
            ?.find(candidate => isOneEditAway(word, candidate));
          if (found) return found;
        }
      }
    }
    return word;
  }
}

/** The words of a list by their ends. */
type Groups = ReadonlyMap<string, readonly string[]>;

const grouped = new WeakMap<WordList, Groups>();

/** Built at the first misspelled word, so that loading a model does not wait for it, and for all who read with the same list. */
function groupsOf(list: WordList): Groups {
  const known = grouped.get(list);
  if (known) return known;
  const groups = groupByEnds(list.words());
  grouped.set(list, groups);
  return groups;
}

/** A single edit leaves the first or the last letter alone, so a word of this length is found under one of the two. */
function endsOf({ word, length }: { word: string; length: number }): string[] {
  return [`${length}${word[0]}_`, `${length}_${word.at(-1)}`];
}

/** One letter missing, added, replaced, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const differing = longer - start - end;
  if (differing <= 1) return true;
  return differing === 2 && shorter === longer && a[start] === b[start + 1] && a[start + 1] === b[start];
}

function groupByEnds(words: readonly string[]): Groups {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    for (const end of endsOf({ word, length: word.length })) {
      const group = groups.get(end);
      if (group) group.push(word);
      else groups.set(end, [word]);
    }
  }
  return groups;
}
