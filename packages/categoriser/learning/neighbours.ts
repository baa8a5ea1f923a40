import { type Category, categories } from '@campus-desk/contract';
import type { Vector } from './nearness.ts';

/** Corrected texts that raise their team for texts near them, and leave all others alone. */
export type Neighbours = {
  /** Answers a function that forgets the text again. */
  remember(input: Remembered): () => void;
  /** What each category gains for a text, in log odds, in the order of the list; none when no corrected text is near. */
  gainsOf(vector: Vector): readonly number[] | undefined;
};

type Remembered = { vector: Vector; category: Category };

/** Texts that are not nearer than this share a word, as most texts of a campus do. Found on all sets together. */
export const minNearness = 0.3;

/** The log odds that the very same text gains; nearer texts gain more, in proportion. Found on all sets together. */
const gainOfSame = 8;

/** A text in the list, and how much a stem or meaning weighs in it. */
type Posting = { slot: number; value: number };

/** No corrected texts yet; a text is compared only with those that share a stem or a meaning. */
export function createNeighbours(): Neighbours {
  const texts: (Remembered | undefined)[] = [];
  const postings = new Map<number, Posting[]>();
  return { remember, gainsOf };

  function remember(text: Remembered): () => void {
    const slot = texts.push(text) - 1;
    for (const [bucket, value] of text.vector) {
      const found = postings.get(bucket);
      if (found) found.push({ slot, value });
      else postings.set(bucket, [{ slot, value }]);
    }
    return () => {
      texts[slot] = undefined;
    };
  }

  function gainsOf(vector: Vector): number[] | undefined {
    if (texts.length === 0) return undefined;
    const nearness = new Float64Array(texts.length);
    for (const [bucket, value] of vector) {
      for (const posting of postings.get(bucket) ?? [])
        (nearness[posting.slot] as number) += value * posting.value;
    }
    const near: Near[] = [];
    nearness.forEach((found, slot) => {
      const text = found > minNearness ? texts[slot] : undefined;
      if (text) near.push({ category: text.category, nearness: found });
    });
    return near.length === 0 ? undefined : categories.map(category => gainOf({ near, category }));
  }
}

type Near = { category: Category; nearness: number };

/** The nearest corrected text of a category decides what it gains. */
function gainOf({ near, category }: { near: readonly Near[]; category: Category }): number {
  const ofCategory = near.filter(one => one.category === category).map(({ nearness }) => nearness);
  const nearest = Math.max(minNearness, ...ofCategory);
  return (gainOfSame * (nearest - minNearness)) / (1 - minNearness);
}
