import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Categoriser } from '../create-categoriser.ts';
import type { LabelledText } from '../evaluation/measure.ts';
import { readLabelledTexts } from '../evaluation/read-labelled-texts.ts';
import { nearness, type Vector } from './nearness.ts';
import { minNearness } from './neighbours.ts';

/** A text of the sample, whether the shipped model has it right, and +1 when corrections put it right, -1 when they spoiled it. */
type Sampled = LabelledText & { vector: Vector; wasRight?: number; change: number };

/** A fixed sample of texts that nothing is trained on. */
export type Sample = {
  /** What the learned answers make worse after something near `vector` was learned, in words; undefined if nothing. */
  whatGotWorse(vector: Vector): string | undefined;
};

/** How many more answers to the sample may be wrong, in all, for one team and in one language. */
const maxLoss = { inAll: 2, inGroup: 1 };

type LoadSampleInput = {
  vectorOf: (text: string) => Vector;
  shipped: Categoriser['categorise'];
  learned: Categoriser['categorise'];
};

/** The sample, read a text at a time so that nobody waits for it; answers are compared with those of the shipped model. */
export async function loadSample({ vectorOf, shipped, learned }: LoadSampleInput): Promise<Sample> {
  const sample: Sampled[] = [];
  for (const labelled of readLabelledTexts(readFileSync(new URL('./sample.csv', import.meta.url), 'utf8'))) {
    sample.push({ ...labelled, vector: vectorOf(labelled.text), change: 0 });
    await setImmediate();
  }
  return { whatGotWorse };

  function whatGotWorse(vector: Vector): string | undefined {
    const near = sample.filter(one => nearness(one.vector, vector) > minNearness);
    for (const one of near) {
      one.wasRight ??= rightness(shipped, one);
      one.change = rightness(learned, one) - one.wasRight;
    }
    return near.length === 0 ? undefined : firstLoss(sample);
  }
}

function rightness(categorise: Categoriser['categorise'], { text, category }: LabelledText): number {
  return categorise(text).category === category ? 1 : 0;
}

function firstLoss(sample: readonly Sampled[]): string | undefined {
  const changed = sample.filter(({ change }) => change !== 0);
  const lossOf = (some: readonly Sampled[]) => -some.reduce((sum, { change }) => sum + change, 0);
  if (lossOf(changed) > maxLoss.inAll) return `${lossOf(changed)} fewer of the sample would be right`;
  const groups = new Set(changed.flatMap(({ category, tag }) => [category, tag]));
  for (const group of groups) {
    const loss = lossOf(changed.filter(({ category, tag }) => category === group || tag === group));
    if (loss > maxLoss.inGroup) return `${loss} fewer of the sample for ${group} would be right`;
  }
  return undefined;
}
