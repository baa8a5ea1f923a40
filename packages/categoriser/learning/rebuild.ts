import { createHash } from 'node:crypto';
import { createCategoriser } from '../create-categoriser.ts';
import type { Example } from '../label.ts';
import { loadModel, type Model } from '../model.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { createReader } from '../reading/reader.ts';
import { extendModel } from '../training/extend-model.ts';
import { loadBackground, loadSeeds } from '../training/seeds.ts';

/** A new model, or the reason why the present one stays. */
export type Rebuilt = { adopted: true; model: Model } | { adopted: false; reason: string };

/** Every eighth seed is rehearsed; every fortieth, none of those, tests the result. */
const sampleEvery = 40;
const rehearsedEvery = 8;

/** How many more of a hundred sampled seeds may be wrong. Always measured against the shipped model, so it does not add up. */
const tolerance = 0.01;

/** Trains the shipped model further on the examples; adopted only if it is not worse on a fixed sample of seeds. */
export function rebuild({ examples }: { examples: readonly Example[] }): Rebuilt {
  const shipped = loadModel();
  const lexicon = loadLexicon();
  const seeds = [...loadSeeds(), ...loadBackground()];
  const sample = seeds.filter(({ label }, at) => at % sampleEvery === 0 && label !== 'nothing');
  const rehearsed = seeds.filter((_, at) => at % rehearsedEvery === 1);
  const model = extendModel({
    model: shipped,
    examples,
    rehearsed,
    version: `${shipped.version}+${examples.length}-${digest(examples)}`,
    lexicon,
  });
  const after = countRight(model);
  const allowed = tolerance * sample.length;
  if (after >= sample.length - allowed) return { adopted: true, model };
  const before = countRight(shipped);
  if (after >= before - allowed) return { adopted: true, model };
  return { adopted: false, reason: `${after} of ${sample.length} sampled seeds right, before ${before}` };

  function countRight(tested: Model): number {
    const { categorise } = createCategoriser({
      model: tested,
      reader: createReader({ model: tested, lexicon }),
    });
    return sample.filter(({ text, label }) => categorise(text).category === label).length;
  }
}

function digest(examples: readonly Example[]): string {
  const rows = examples.map(({ text, label, weight }) => `${label} ${weight} ${text}`).sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 8);
}
