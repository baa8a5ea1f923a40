import { createHash } from 'node:crypto';
import type { Example } from '../category.ts';
import { createCategoriser } from '../create-categoriser.ts';
import { loadModel, type Model } from '../model.ts';
import { loadBackground, loadPublicExamples, loadSeeds } from '../seeds.ts';
import { trainModel } from '../train-model.ts';

/** A new model, or why the old one stays. */
export type Rebuilt = { adopted: true; model: Model } | { adopted: false; reason: string };

const sampleEvery = 20;

/** How many more of a hundred sampled seeds may be wrong: rounding, not decay, as the shipped model is the measure. */
const tolerance = 0.01;

/** What to learn from; the seeds and texts that ship with the code unless others are given. */
export type RebuildInput = {
  examples: readonly Example[];
  seeds?: readonly Example[];
  unasked?: readonly Example[];
};

/** Trains on seeds and examples; adopted only if it is not worse on the fixed sample of seeds. */
export function rebuild({
  examples,
  seeds = [...loadSeeds(), ...loadBackground()],
  unasked = loadPublicExamples(),
}: RebuildInput): Rebuilt {
  const shipped = loadModel();
  const version =
    examples.length === 0 ? shipped.version : `${shipped.version}+${examples.length}-${digest(examples)}`;
  const model = trainModel({
    examples: [...seeds, ...unasked, ...examples],
    blend: shipped.blend,
    salience: shipped.salience,
    version,
  });
  const sample = seeds.filter(({ label }) => label !== 'nothing').filter((_, at) => at % sampleEvery === 0);
  const before = countRight({ model: shipped, sample });
  const after = countRight({ model, sample });
  if (after >= before - tolerance * sample.length) return { adopted: true, model };
  return { adopted: false, reason: `${after} of ${sample.length} sampled seeds right, before ${before}` };
}

function countRight({ model, sample }: { model: Model; sample: readonly Example[] }): number {
  const { categorise } = createCategoriser({ model });
  return sample.filter(({ text, label }) => categorise(text).category === label).length;
}

function digest(examples: readonly Example[]): string {
  const rows = examples.map(({ text, label, weight }) => `${label} ${weight} ${text}`).sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 8);
}
