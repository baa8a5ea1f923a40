/** Corrected texts that can be found again, also when a word is added or misspelled, with what belongs to each. */
export type NearDuplicates<Value> = {
  /** Answers what belonged to the texts that this one replaces. */
  remember(input: { words: ReadonlySet<string>; value: Value }): Value[];
  find(words: ReadonlySet<string>): Value | undefined;
  /** Whether `find` may succeed once some of these words are left out. */
  mayFind(words: ReadonlySet<string>): boolean;
};

type Remembered<Value> = { words: ReadonlySet<string>; value: Value };

/** Texts are near duplicates from this Dice coefficient of their words on: one word in six may differ. */
const minDice = 0.8;

/** A near duplicate has at least this share of the other's words. */
const minShared = minDice / (2 - minDice);

/** No corrected texts yet; texts are compared by their words. */
export function createNearDuplicates<Value>(): NearDuplicates<Value> {
  const remembered = new Map<string, Remembered<Value>>();
  const byWord = new Map<string, Set<string>>();
  return { remember, find, mayFind };

  function remember({ words, value }: Remembered<Value>): Value[] {
    if (words.size === 0) return [];
    const replaced = similarTo(words).flatMap(forget);
    const key = keyOf(words);
    remembered.set(key, { words, value });
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(key));
    return replaced;
  }

  function find(words: ReadonlySet<string>): Value | undefined {
    const [nearest] = similarTo(words);
    return nearest === undefined ? undefined : remembered.get(nearest)?.value;
  }

  function mayFind(words: ReadonlySet<string>): boolean {
    const shared = new Map<string, number>();
    for (const word of words)
      for (const key of byWord.get(word) ?? []) shared.set(key, (shared.get(key) ?? 0) + 1);
    return [...shared].some(([key, count]) => count >= minShared * (remembered.get(key)?.words.size ?? 0));
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

  function forget(key: string): Value[] {
    const forgotten = remembered.get(key);
    for (const word of forgotten?.words ?? []) byWord.get(word)?.delete(key);
    remembered.delete(key);
    return forgotten ? [forgotten.value] : [];
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
