import { categories } from '@campus-desk/contract';
import { splitSentences } from './reading/clauses.ts';
import type { Reading } from './reading/reader.ts';

/** A function from words to the probability of each label. */
type Judge = (readings: readonly Reading[]) => number[];

/** Few sentences are read together: each may need the others to be understood. */
const minSentences = 3;

/** How steeply weights fall with the certainty of the category that a sentence alone would get. */
const steepness = 2;

type WeighSentencesInput = { readings: readonly Reading[]; judge: Judge };

/** The words of a long text, those of a sentence that alone would speak for no category weighing less. */
export function weighSentences({ readings, judge }: WeighSentencesInput): readonly Reading[] {
  const sentences = splitSentences(readings);
  if (sentences.length < minSentences) return readings;
  const evidence = sentences.map(sentence => certainty(judge(sentence)));
  const highest = Math.max(...evidence);
  return sentences.flatMap((sentence, at) => {
    const factor = ((evidence[at] ?? 0) / highest) ** steepness;
    return sentence.map(reading => ({ ...reading, weight: reading.weight * factor }));
  });
}

/** The probability of the likeliest category; that nothing is reported counts for none. */
function certainty(probabilities: readonly number[]): number {
  return Math.max(...probabilities.slice(0, categories.length));
}
