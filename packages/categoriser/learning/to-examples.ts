import type { Example } from '../label.ts';
import { type Correction, inOrder } from './correction.ts';

/** However many corrections there are, together they weigh as much as this many seeds, and one as much as one seed. */
const heaviest = 800;

type ToExamplesInput = { corrections: readonly Correction[]; clean: (text: string) => string };

/** Examples from corrections: the last word about a text counts, personal words are gone, the weight is capped. */
export function toExamples({ corrections, clean }: ToExamplesInput): Example[] {
  const latest = new Map<string, Example>();
  for (const { text, to } of inOrder(corrections)) {
    const cleaned = clean(text);
    if (cleaned !== '') latest.set(cleaned.toLowerCase(), { text: cleaned, label: to, weight: 1 });
  }
  const weight = Math.min(1, heaviest / Math.max(1, latest.size));
  return [...latest.values()].map(example => ({ ...example, weight }));
}
