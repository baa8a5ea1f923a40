import { fold } from './fold.ts';

/** What words mean in any of the five languages: `grifo`, `rubinetto` and `Wasserhahn` are all `tap`. */
export type Thesaurus = {
  conceptsOf(word: string): readonly string[];
  themeOf(concept: string): string;
  readonly words: readonly string[];
};

/** Concepts of whole words, and of beginnings of words; `longest` is the length of the longest one. */
type Lists = { exact: Map<string, string[]>; beginnings: Map<string, string[]>; longest: number };

const minLength = 2;
const minTailLength = 4;
const minHeadLength = 5;
const minCompoundLength = 9;
const noConcepts: readonly string[] = [];

/** Reads lines `concept: word word* …` under `# theme` headings; a star stands for any ending. */
export function createThesaurus(source: string): Thesaurus {
  const lists: Lists = { exact: new Map(), beginnings: new Map(), longest: 0 };
  const themes = new Map<string, string>();
  let theme = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('# ')) theme = line.slice(2);
    const [concept = '', words = ''] = line.startsWith('#') ? [] : line.split(': ');
    if (words === '') continue;
    themes.set(concept, theme);
    for (const word of words.split(' ')) add({ lists, word, concept });
  }
  return {
    conceptsOf: word => find({ word, lists }),
    themeOf: concept => themes.get(concept) ?? '',
    words: [...lists.exact.keys()],
  };
}

function add({ lists, word, concept }: { lists: Lists; word: string; concept: string }): void {
  const isBeginning = word.endsWith('*');
  const list = isBeginning ? lists.beginnings : lists.exact;
  const letters = fold(isBeginning ? word.slice(0, -1) : word);
  if (isBeginning) lists.longest = Math.max(lists.longest, letters.length);
  const known = list.get(letters);
  if (known) known.push(concept);
  else list.set(letters, [concept]);
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
      lists.exact.get(word.slice(start)) ?? beginningOf({ word, start, lists, least: minHeadLength });
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

type BeginningOfInput = { word: string; start: number; lists: Lists; least?: number };

/** The longest known beginning of a word, or of its part from `start` on. */
function beginningOf({ word, start, lists, least = minLength }: BeginningOfInput) {
  for (let end = Math.min(word.length, start + lists.longest); end >= start + least; end -= 1) {
    const found = lists.beginnings.get(word.slice(start, end));
    if (found) return found;
  }
  return undefined;
}
