import type { Example } from '../label.ts';
import { type Correction, inOrder } from './correction.ts';

/** One correction weighs as much as one seed, all of them together at most as much as this many. */
const maxTotalWeight = 800;

type ToExamplesInput = { corrections: readonly Correction[]; clean: (text: string) => string };

/** Examples from corrections: the latest of each text, without personal words, their total weight capped. */
export function toExamples({ corrections, clean }: ToExamplesInput): Example[] {
  const latest = new Map<string, Example>();
  for (const { text, to } of inOrder(corrections)) {
    const cleaned = clean(text);
    if (cleaned !== '') latest.set(cleaned.toLowerCase(), { text: cleaned, label: to, weight: 1 });
  }
  const weight = Math.min(1, maxTotalWeight / Math.max(1, latest.size));
  return [...latest.values()].map(example => ({ ...example, weight }));
}
