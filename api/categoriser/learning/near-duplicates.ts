import type { Category } from '../category.ts';

/** Corrected texts that can be found again, also when a word is added or misspelled. */
export type NearDuplicates = {
  remember(input: { text: string; category: Category }): void;
  find(text: string): Category | undefined;
};

type Remembered = { words: ReadonlySet<string>; category: Category };

/** Dice's coefficient of the two sets of words: 0.8 lets one word in six differ. */
const alike = 0.8;

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

  function similarTo(words: ReadonlySet<string>): string[] {
    const shared = new Map<string, number>();
    for (const word of words)
      for (const key of byWord.get(word) ?? []) shared.set(key, (shared.get(key) ?? 0) + 1);
    return [...shared]
      .map(([key, count]) => ({
        key,
        dice: (2 * count) / (words.size + (remembered.get(key)?.words.size ?? 0)),
      }))
      .filter(({ dice }) => dice >= alike)
      .sort((a, b) => b.dice - a.dice)
      .map(({ key }) => key);
  }

  function forget(key: string): void {
    for (const word of remembered.get(key)?.words ?? []) byWord.get(word)?.delete(key);
    remembered.delete(key);
  }
}

function keyOf(words: ReadonlySet<string>): string {
  return [...words].sort().join(' ');
}
