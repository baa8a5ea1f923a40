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

/** Texts that are not nearer than this share a word or two, as most texts of a campus do. Found on the development set. */
export const minNearness = 0.2;

/** The log odds that the very same text gains; nearer texts gain more, in proportion. Found on the development set. */
const gainOfSame = 6;

type Posting = { value: number; text: Remembered };

/** No corrected texts yet; a text is compared only with those that share a stem or a meaning. */
export function createNeighbours(): Neighbours {
  const texts = new Map<number, Set<Posting>>();
  return { remember, gainsOf };

  function remember(text: Remembered): () => void {
    const postings = [...text.vector].map(([bucket, value]) => ({ bucket, posting: { value, text } }));
    for (const { bucket, posting } of postings)
      texts.set(bucket, (texts.get(bucket) ?? new Set()).add(posting));
    return () => {
      for (const { bucket, posting } of postings) texts.get(bucket)?.delete(posting);
    };
  }

  function gainsOf(vector: Vector): number[] | undefined {
    const found = new Map<Remembered, number>();
    for (const [bucket, value] of vector) {
      for (const { value: other, text } of texts.get(bucket) ?? [])
        found.set(text, (found.get(text) ?? 0) + value * other);
    }
    const near = [...found].filter(([, nearness]) => nearness > minNearness);
    return near.length === 0 ? undefined : categories.map(category => gainOf({ near, category }));
  }
}

type GainOfInput = { near: readonly (readonly [Remembered, number])[]; category: Category };

/** The nearest corrected text of a category decides what it gains. */
function gainOf({ near, category }: GainOfInput): number {
  const nearest = near.reduce((most, [text, nearness]) => {
    return text.category === category ? Math.max(most, nearness) : most;
  }, minNearness);
  return (gainOfSame * (nearest - minNearness)) / (1 - minNearness);
}
