import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createCategoriser } from '../create-categoriser.ts';
import type { LabelledText } from '../evaluation/measure.ts';
import { readLabelledTexts } from '../evaluation/read-labelled-texts.ts';
import type { Example } from '../label.ts';
import { loadModel, type Model } from '../model.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { createReader } from '../reading/reader.ts';
import { extendModel } from '../training/extend-model.ts';
import { loadBackground, loadSeeds } from '../training/seeds.ts';

/** A new model, or the reason why the present one stays. */
export type Rebuilt = { adopted: true; model: Model } | { adopted: false; reason: string };

/** Every so manyth seed is rehearsed. */
const rehearsedEvery = 3;

/** How many more answers to the sample may be wrong, in all, for one team and in one language. */
const maxLoss = { inAll: 2, inGroup: 1 };

/**
 * Trains the shipped model further on the examples; adopted only if the result is not worse on a fixed sample that
 * nothing is trained on, for no team and in no language. Always measured against the shipped model, so it does not add up.
 */
export function rebuild({ examples }: { examples: readonly Example[] }): Rebuilt {
  const shipped = loadModel();
  const lexicon = loadLexicon();
  const rehearsed = [...loadSeeds(), ...loadBackground()].filter((_, at) => at % rehearsedEvery === 1);
  const model = extendModel({
    model: shipped,
    examples,
    rehearsed,
    version: `${shipped.version}+${examples.length}-${digest(examples)}`,
    lexicon,
  });
  const sample = readLabelledTexts(readFileSync(new URL('./sample.csv', import.meta.url), 'utf8'));
  const [before, after] = [shipped, model].map(tested => {
    const { categorise } = createCategoriser({
      model: tested,
      reader: createReader({ model: tested, lexicon }),
    });
    return sample.filter(({ text, category }) => categorise(text).category === category);
  });
  const worse = whatGotWorse({ before: before ?? [], after: after ?? [] });
  return worse === undefined ? { adopted: true, model } : { adopted: false, reason: worse };
}

type Compared = { before: readonly LabelledText[]; after: readonly LabelledText[] };

/** The first group of the sample of which fewer are right than is allowed, in words. */
function whatGotWorse({ before, after }: Compared): string | undefined {
  if (after.length < before.length - maxLoss.inAll)
    return `${after.length} of the sample right, before ${before.length}`;
  const groups = new Set(before.flatMap(({ category, tag }) => [category, tag]));
  for (const group of groups) {
    const isIn = ({ category, tag }: LabelledText) => category === group || tag === group;
    const [right, rightBefore] = [after.filter(isIn).length, before.filter(isIn).length];
    if (right < rightBefore - maxLoss.inGroup)
      return `${right} of the sample for ${group} right, before ${rightBefore}`;
  }
  return undefined;
}

function digest(examples: readonly Example[]): string {
  const rows = examples.map(({ text, label, weight }) => `${label} ${weight} ${text}`).sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 8);
}
