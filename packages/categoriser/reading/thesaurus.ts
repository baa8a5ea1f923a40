import { fold } from './fold.ts';

/** What words mean in any of the five languages: `grifo`, `rubinetto` and `Wasserhahn` are all `tap`. */
export type Thesaurus = {
  conceptsOf(word: string): readonly string[];
  themeOf(concept: string): string;
  readonly words: readonly string[];
};

type Entry = { letters: string; concepts: string[] };

/** Whole words, and beginnings under their first two letters, the longest first. */
type Lists = { exact: Map<string, string[]>; beginnings: Map<string, Entry[]> };

const keyLength = 2;
const minTailLength = 4;
const minHeadLength = 5;
const minCompoundLength = 9;
const noConcepts: readonly string[] = [];

/** Reads lines `concept: word word* …` under `# theme` headings; a star stands for any ending. */
export function createThesaurus(source: string): Thesaurus {
  const lists: Lists = { exact: new Map(), beginnings: new Map() };
  const themes = new Map<string, string>();
  let theme = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('# ')) theme = line.slice(2);
    const [concept = '', words = ''] = line.startsWith('#') ? [] : line.split(': ');
    if (words === '') continue;
    themes.set(concept, theme);
    for (const word of words.split(' ')) add({ lists, word, concept });
  }
  for (const entries of lists.beginnings.values())
    entries.sort((a, b) => b.letters.length - a.letters.length);
  return {
    conceptsOf: word => find({ word, lists }),
    themeOf: concept => themes.get(concept) ?? '',
    words: [...lists.exact.keys()],
  };
}

function add({ lists, word, concept }: { lists: Lists; word: string; concept: string }): void {
  const letters = fold(word.replace('*', ''));
  const known = word.endsWith('*') ? entryOf({ lists, letters }).concepts : lists.exact.get(letters);
  if (known) known.push(concept);
  else lists.exact.set(letters, [concept]);
}

/** The entry of a beginning, made where there is none. */
function entryOf({ lists, letters }: { lists: Lists; letters: string }): Entry {
  const key = letters.slice(0, keyLength);
  const under = lists.beginnings.get(key) ?? [];
  lists.beginnings.set(key, under);
  const known = under.find(entry => entry.letters === letters);
  if (known) return known;
  const entry: Entry = { letters, concepts: [] };
  under.push(entry);
  return entry;
}

function find({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  const whole = lists.exact.get(word) ?? beginningOf({ word, start: 0, lists });
  if (word.length < minCompoundLength) return whole ?? noConcepts;
  const found = new Set([...(whole ?? []), ...tailOf({ word, lists })]);
  if (!whole) for (const concept of headOf({ word, lists })) found.add(concept);
  return [...found];
}

/** The end of a compound, longest first: `Deckenlampe` ends in `lampe`. */
function tailOf({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  for (let start = 3; start <= word.length - minTailLength; start += 1) {
    const found =
      lists.exact.get(word.slice(start)) ?? beginningOf({ word, start, lists, minLength: minHeadLength });
    if (found) return found;
  }
  return noConcepts;
}

/** The beginning of a compound, longest first: `Lampenschirm` begins with `lampe`. */
function headOf({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  for (let end = word.length - 3; end >= minHeadLength; end -= 1) {
    const found = lists.exact.get(word.slice(0, end));
    if (found) return found;
  }
  return noConcepts;
}

type BeginningOfInput = { word: string; start: number; lists: Lists; minLength?: number };

function beginningOf(input: BeginningOfInput): readonly string[] | undefined {
  const { word, start, lists, minLength = keyLength } = input;
  return lists.beginnings
    .get(word.slice(start, start + keyLength))
    ?.find(({ letters }) => letters.length >= minLength && word.startsWith(letters, start))?.concepts;
}
