import { fold } from './fold.ts';

/** Finds what a word means in any of the five languages: `grifo`, `rubinetto` and `Wasserhahn` are all `tap`. */
export type Thesaurus = {
  conceptsOf(word: string): readonly string[];
  themeOf(concept: string): string;
  readonly words: readonly string[];
};

type Entries = Map<string, string[]>;

const shortestTail = 4;
const shortestHead = 5;
const shortestCompound = 9;
const nothing: readonly string[] = [];

/** Reads lines `concept: word word* …` under `# theme` headings; a star stands for any ending. */
export function createThesaurus(source: string): Thesaurus {
  const exact: Entries = new Map();
  const beginnings: Entries = new Map();
  const themes = new Map<string, string>();
  let theme = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('# ')) theme = line.slice(2);
    const [concept = '', words = ''] = line.startsWith('#') ? [] : line.split(': ');
    if (words === '') continue;
    themes.set(concept, theme);
    for (const word of words.split(' '))
      addEntry({ entries: word.endsWith('*') ? beginnings : exact, word, concept });
  }
  return {
    conceptsOf: word => find({ word, exact, beginnings }),
    themeOf: concept => themes.get(concept) ?? '',
    words: [...exact.keys()],
  };
}

function addEntry({ entries, word, concept }: { entries: Entries; word: string; concept: string }): void {
  const folded = fold(word.replace('*', ''));
  entries.set(folded, [...(entries.get(folded) ?? []), concept]);
}

type Search = { word: string; exact: Entries; beginnings: Entries };

function find({ word, exact, beginnings }: Search): readonly string[] {
  const whole = exact.get(word) ?? longestBeginning({ word, beginnings, shortest: 2 });
  if (word.length < shortestCompound) return whole ?? nothing;
  const found = new Set([...(whole ?? []), ...tailOf({ word, exact, beginnings })]);
  if (!whole) for (const concept of headOf({ word, exact })) found.add(concept);
  return [...found];
}

/** The end of a compound, longest first: `Deckenlampe` ends in `lampe`. */
function tailOf({ word, exact, beginnings }: Search): readonly string[] {
  for (let start = 3; start <= word.length - shortestTail; start += 1) {
    const tail = word.slice(start);
    const found = exact.get(tail) ?? longestBeginning({ word: tail, beginnings, shortest: shortestHead });
    if (found) return found;
  }
  return nothing;
}

function headOf({ word, exact }: { word: string; exact: Entries }): readonly string[] {
  for (let length = word.length - 3; length >= shortestHead; length -= 1) {
    const found = exact.get(word.slice(0, length));
    if (found) return found;
  }
  return nothing;
}

function longestBeginning({
  word,
  beginnings,
  shortest,
}: {
  word: string;
  beginnings: Entries;
  shortest: number;
}): readonly string[] | undefined {
  for (let length = word.length; length >= shortest; length -= 1) {
    const found = beginnings.get(word.slice(0, length));
    if (found) return found;
  }
  return undefined;
}
