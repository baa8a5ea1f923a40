import { trainBayes } from './bayes.ts';
import type { Blend } from './blend.ts';
import { type Example, labels } from './category.ts';
import { quantise } from './linear-model.ts';
import type { Model } from './model.ts';
import { loadReader, type ReadText } from './reader.ts';
import { toLinearExample, trainLinear } from './train-linear.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Bayes counts each text fully, so it leaves out what should count little. */
const lightest = 0.5;

/** An example after reading. */
export type ReadExample = ReadText & { label: number; weight: number };

/** Trains both models. The result does not depend on the order of the examples. */
export function trainModel(input: { examples: readonly Example[]; blend: Blend; version: string }): Model {
  const examples = [...input.examples].sort((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
  const vocabulary = collectVocabulary(examples);
  const read = loadReader(vocabulary);
  const texts = examples.map(({ text, label, weight }) => ({
    ...read(text),
    label: labels.indexOf(label),
    weight,
  }));
  return { version: input.version, blend: input.blend, vocabulary, ...fitModels(texts) };
}

/** The two models of texts already read. */
export function fitModels(texts: readonly ReadExample[]): Pick<Model, 'linear' | 'bayes'> {
  return {
    linear: quantise(trainLinear(texts.map(toLinearExample))),
    bayes: trainBayes(texts.filter(({ weight }) => weight >= lightest)),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
