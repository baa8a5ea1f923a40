import { fold } from './fold.ts';

/** What words mean in any of the five languages: `grifo`, `rubinetto` and `Wasserhahn` are all `tap`. */
export type Thesaurus = {
  conceptsOf(word: string): readonly string[];
  themeOf(concept: string): string;
  readonly words: readonly string[];
};

type Entry = { letters: string; concepts: string[] };

/** Entries under their first two letters, the longest first. */
type Entries = Map<string, Entry[]>;

type Lists = { exact: Entries; beginnings: Entries };

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
    for (const word of words.split(' '))
      addEntry({ entries: word.endsWith('*') ? lists.beginnings : lists.exact, word, concept });
  }
  for (const entries of lists.beginnings.values())
    entries.sort((a, b) => b.letters.length - a.letters.length);
  return {
    conceptsOf: word => find({ word, lists }),
    themeOf: concept => themes.get(concept) ?? '',
    words: [...lists.exact.values()].flat().map(({ letters }) => letters),
  };
}

function addEntry({ entries, word, concept }: { entries: Entries; word: string; concept: string }): void {
  const letters = fold(word.replace('*', ''));
  const key = letters.slice(0, keyLength);
  const under = entries.get(key) ?? [];
  entries.set(key, under);
  const known = under.find(entry => entry.letters === letters);
  if (known) known.concepts.push(concept);
  else under.push({ letters, concepts: [concept] });
}

function find({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  const whole = exactly({ word, start: 0, lists }) ?? beginningOf({ word, start: 0, lists });
  if (word.length < minCompoundLength) return whole ?? noConcepts;
  const found = new Set([...(whole ?? []), ...tailOf({ word, lists })]);
  if (!whole) for (const concept of headOf({ word, lists })) found.add(concept);
  return [...found];
}

/** The end of a compound, longest first: `Deckenlampe` ends in `lampe`. */
function tailOf({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  for (let start = 3; start <= word.length - minTailLength; start += 1) {
    const found =
      exactly({ word, start, lists }) ?? beginningOf({ word, start, lists, minLength: minHeadLength });
    if (found) return found;
  }
  return noConcepts;
}

/** The beginning of a compound, longest first: `Lampenschirm` begins with `lampe`. */
function headOf({ word, lists }: { word: string; lists: Lists }): readonly string[] {
  const under = lists.exact.get(word.slice(0, keyLength)) ?? [];
  let longest: Entry | undefined;
  for (const entry of under) {
    const { length } = entry.letters;
    if (length < minHeadLength || length > word.length - 3 || !word.startsWith(entry.letters)) continue;
    if (length > (longest?.letters.length ?? 0)) longest = entry;
  }
  return longest?.concepts ?? noConcepts;
}

type Position = { word: string; start: number; lists: Lists };

function exactly({ word, start, lists }: Position): readonly string[] | undefined {
  const length = word.length - start;
  return lists.exact
    .get(word.slice(start, start + keyLength))
    ?.find(({ letters }) => letters.length === length && word.endsWith(letters))?.concepts;
}

type BeginningOfInput = Position & { minLength?: number };

function beginningOf(input: BeginningOfInput): readonly string[] | undefined {
  const { word, start, lists, minLength = keyLength } = input;
  return lists.beginnings
    .get(word.slice(start, start + keyLength))
    ?.find(({ letters }) => letters.length >= minLength && word.startsWith(letters, start))?.concepts;
}
