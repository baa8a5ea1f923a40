import type { Category } from '@campus-desk/contract';

/** Corrected texts that can be found again, also when a word is added or misspelled. */
export type NearDuplicates = {
  remember(input: { text: string; category: Category }): void;
  find(text: string): Category | undefined;
};

type Remembered = { words: ReadonlySet<string>; category: Category };

/** Texts are near duplicates from this Dice coefficient of their words on: one word in six may differ. */
const minDice = 0.8;

/** A near duplicate has at least this share of the other's words. */
const minShared = minDice / (2 - minDice);

/** No corrected texts yet; `contentWords` reads the words that two texts are compared by. */
export function createNearDuplicates(contentWords: (text: string) => readonly string[]): NearDuplicates {
  const remembered = new Map<string, Remembered>();
  const byWord = new Map<string, Set<string>>();
  return { remember, find };

  function remember({ text, category }: { text: string; category: Category }): void {
    const words = new Set(contentWords(text));
    if (words.size === 0) return;
    for (const similar of similarTo(words)) forget(similar);
    const key = keyOf(words);
    remembered.set(key, { words, category });
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(key));
  }

  function find(text: string): Category | undefined {
    if (remembered.size === 0) return undefined;
    const words = new Set(contentWords(text));
    const [nearest] = similarTo(words);
    return nearest === undefined ? undefined : remembered.get(nearest)?.category;
  }

  /** A near duplicate shares one of the rarest words, so only the texts with those are compared. */
  function similarTo(words: ReadonlySet<string>): string[] {
    const compared = words.size - Math.ceil(minShared * words.size) + 1;
    const rarest = [...words].sort((a, b) => countWith(a) - countWith(b)).slice(0, compared);
    const candidates = new Set(rarest.flatMap(word => [...(byWord.get(word) ?? [])]));
    return [...candidates]
      .map(key => ({ key, dice: diceOf(words, remembered.get(key)?.words ?? new Set()) }))
      .filter(({ dice }) => dice >= minDice)
      .sort((a, b) => b.dice - a.dice)
      .map(({ key }) => key);
  }

  function countWith(word: string): number {
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
