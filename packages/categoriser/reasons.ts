import { labels } from './label.ts';
import type { LinearModel } from './models/linear-model.ts';
import type { Features } from './reading/features.ts';
import type { Reading } from './reading/reader.ts';
import { vagueWords } from './vague-words.ts';

const maxReasons = 3;
const count = labels.length;

/** A word that counts for less than this share of the strongest one persuades nobody. */
const minShare = 0.25;

type FindReasonsInput = {
  readings: readonly Reading[];
  features: Features;
  model: LinearModel;
  label: number;
};

/** Up to three words of the problem, as typed, that counted most for the label: no function words, names or numbers. */
export function findReasons({ readings, features, model, label }: FindReasonsInput): string[] {
  const { ids, values, owners } = features;
  const contributions = new Map<string, number>();
  for (let at = 0; at < ids.length; at += 1) {
    const reading = readings[owners[at] ?? 0];
    if (!reading || !isReason(reading)) continue;
    const contribution = (values[at] ?? 0) * advantage({ model, bucket: ids[at] ?? 0, label });
    contributions.set(reading.typed, (contributions.get(reading.typed) ?? 0) + contribution);
  }
  const strongest = Math.max(...contributions.values());
  return [...contributions]
    .filter(([, contribution]) => contribution > 0 && contribution >= minShare * strongest)
    .sort(([a, contribution], [b, other]) => other - contribution || (a < b ? -1 : 1))
    .slice(0, maxReasons)
    .map(([word]) => word);
}

/** Names are no words of the thesaurus. */
function isReason({ typed, meaning }: Reading): boolean {
  const { isContentWord, features, folded } = meaning;
  return isContentWord && features.concepts.length > 0 && !/\d/.test(typed) && !vagueWords.has(folded);
}

type AdvantageInput = { model: LinearModel; bucket: number; label: number };

/** The weight for the label minus the mean over all labels. */
function advantage({ model, bucket, label }: AdvantageInput): number {
  const first = bucket * count;
  let sum = 0;
  for (let other = 0; other < count; other += 1) sum += model.weights[first + other] ?? 0;
  return (model.weights[first + label] ?? 0) - sum / count;
}
