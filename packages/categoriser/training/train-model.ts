import { type Example, labels } from '../label.ts';
import type { Model } from '../model.ts';
import { trainBayes } from '../models/bayes.ts';
import type { Blend } from '../models/blend.ts';
import { quantise, type UnitVector } from '../models/linear-model.ts';
import { trainLinear } from '../models/train-linear.ts';
import { extractFeatures, extractTokens, normalise, tableSize } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { createReader } from '../reading/reader.ts';
import type { SalienceModel } from '../reading/salience.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import { readWords, type Word } from '../reading/words.ts';

/** An example whose words were read. */
export type SplitExample = { words: readonly Word[]; label: number; weight: number };

/** An example as the models see it. */
export type Lesson = UnitVector & { tokens: readonly number[]; label: number; weight: number };

/** Trains both models. The result does not depend on the order of the examples. */
export function trainModel(input: {
  examples: readonly Example[];
  blend: Blend;
  salience: SalienceModel;
  version: string;
  lexicon: Lexicon;
}): Model {
  const { blend, salience, version, lexicon } = input;
  const examples = splitExamples({ examples: inFixedOrder(input.examples), lexicon });
  const vocabulary = collectVocabulary({ texts: examples.map(({ words }) => words), lexicon });
  const lessons = examples.map(readLessons({ model: { vocabulary, salience }, lexicon }));
  return { version, blend, vocabulary, salience, ...fitModels(lessons) };
}

/** Training walks through examples one after the other, so they come in one order however they were given. */
export function inFixedOrder(examples: readonly Example[]): Example[] {
  return [...examples].sort((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
}

/** Reads the words of examples. */
export function splitExamples({
  examples,
  lexicon: { slang },
}: {
  examples: readonly Example[];
  lexicon: Lexicon;
}): SplitExample[] {
  return examples.map(({ text, label, weight }) => ({
    words: readWords({ text, slang }),
    label: labels.indexOf(label),
    weight,
  }));
}

/** A function that reads examples as lessons for a model with this vocabulary. */
export function readLessons(input: {
  model: Pick<Model, 'vocabulary' | 'salience'>;
  lexicon: Lexicon;
}): (example: SplitExample) => Lesson {
  const { understand } = createReader({ ...input, mostRemembered: Number.POSITIVE_INFINITY });
  return ({ words, label, weight }) => {
    const readings = understand(words);
    const { ids, values } = normalise(extractFeatures(readings));
    return { ids, values, tokens: extractTokens(readings), label, weight };
  };
}

/** The two models of lessons. */
export function fitModels(lessons: readonly Lesson[]): Pick<Model, 'linear' | 'bayes'> {
  return {
    linear: quantise(trainLinear({ examples: lessons, labels: labels.length, places: tableSize })),
    bayes: trainBayes(lessons),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
