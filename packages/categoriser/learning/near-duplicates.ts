import type { Category } from '@campus-desk/contract';

/** Corrected texts that can be found again, also when a word is added or misspelled. */
export type NearDuplicates = {
  remember(input: { text: string; category: Category }): void;
  find(text: string): Category | undefined;
};

type Remembered = { words: ReadonlySet<string>; category: Category };

/** Dice's coefficient of the two sets of words: 0.8 lets one word in six differ. */
const alike = 0.8;

/** A text that is alike has at least this share of the other's words. */
const minShared = alike / (2 - alike);

/** Takes the function that reads a text into the words that tell it from others, order and spelling evened out. */
export function createNearDuplicates(tellingWords: (text: string) => readonly string[]): NearDuplicates {
  const remembered = new Map<string, Remembered>();
  const byWord = new Map<string, Set<string>>();
  return { remember, find };

  function remember({ text, category }: { text: string; category: Category }): void {
    const words = new Set(tellingWords(text));
    if (words.size === 0) return;
    for (const similar of similarTo(words)) forget(similar);
    const key = keyOf(words);
    remembered.set(key, { words, category });
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(key));
  }

  function find(text: string): Category | undefined {
    const words = new Set(tellingWords(text));
    const [nearest] = similarTo(words);
    return nearest === undefined ? undefined : remembered.get(nearest)?.category;
  }

  /** Only what shares a rare word can be alike enough, so that common words need not be followed. */
  function similarTo(words: ReadonlySet<string>): string[] {
    const followed = words.size - Math.ceil(minShared * words.size) + 1;
    const rarest = [...words].sort((a, b) => heldBy(a) - heldBy(b)).slice(0, followed);
    const candidates = new Set(rarest.flatMap(word => [...(byWord.get(word) ?? [])]));
    return [...candidates]
      .map(key => ({ key, dice: diceOf(words, remembered.get(key)?.words ?? new Set()) }))
      .filter(({ dice }) => dice >= alike)
      .sort((a, b) => b.dice - a.dice)
      .map(({ key }) => key);
  }

  function heldBy(word: string): number {
    return byWord.get(word)?.size ?? 0;
  }

  function forget(key: string): void {
    for (const word of remembered.get(key)?.words ?? []) byWord.get(word)?.delete(key);
    remembered.delete(key);
  }
}

function diceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

function keyOf(words: ReadonlySet<string>): string {
  return [...words].sort().join(' ');
}
