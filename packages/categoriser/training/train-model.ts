import { type Example, labels } from '../label.ts';
import type { CategoryModel } from '../model.ts';
import { trainBayes } from '../models/bayes.ts';
import type { Blend } from '../models/blend.ts';
import { quantise, type UnitVector } from '../models/linear-model.ts';
import { type Course, trainLinear } from '../models/train-linear.ts';
import { extractFeatures, extractTokens, featureBuckets, normalise } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { maxTrainingWords } from '../reading/meanings.ts';
import { createReader } from '../reading/reader.ts';
import type { RelevanceModel } from '../reading/relevance.ts';
import type { SalienceModel } from '../reading/salience.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import { readWords, type Word } from '../reading/words.ts';

/** More rounds that see less of each text make fewer errors in others, but take twice as long. */
const long: Course = { rounds: 18, averagedFrom: 9, keptShare: 0.6 };

/** An example split into words. */
export type SplitExample = { words: readonly Word[]; label: number; weight: number };

/** An example as the models see it: a vector and tokens. */
export type TrainingExample = UnitVector & { tokens: readonly number[]; label: number; weight: number };

type TrainModelInput = {
  examples: readonly Example[];
  blend: Blend;
  salience: SalienceModel;
  relevance: RelevanceModel;
  version: string;
  lexicon: Lexicon;
};

/** Trains both models; the result does not depend on the order of the examples. */
export function trainModel(input: TrainModelInput): CategoryModel {
  const { blend, salience, relevance, version, lexicon } = input;
  const examples = splitExamples({ examples: inFixedOrder(input.examples), lexicon });
  const vocabulary = collectVocabulary({ texts: examples.map(({ words }) => words), lexicon });
  const trainingExamples = examples.map(
    readTrainingExamples({ model: { vocabulary, salience, relevance }, lexicon }),
  );
  return { version, blend, vocabulary, salience, relevance, ...fitModels(trainingExamples) };
}

/** Training depends on the order of its examples, so they are sorted first. */
function inFixedOrder(examples: readonly Example[]): Example[] {
  return [...examples].sort((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
}

type SplitExamplesInput = { examples: readonly Example[]; lexicon: Lexicon };

/** Splits examples into words. */
export function splitExamples({ examples, lexicon }: SplitExamplesInput): SplitExample[] {
  const { slang } = lexicon;
  return examples.map(({ text, label, weight }) => ({
    words: readWords({ text, slang }),
    label: labels.indexOf(label),
    weight,
  }));
}

type ReadTrainingExamplesInput = {
  model: Pick<CategoryModel, 'vocabulary' | 'salience' | 'relevance'>;
  lexicon: Lexicon;
};

type ReadTrainingExample = (example: SplitExample) => TrainingExample;

/** A function that reads examples for training a model with this vocabulary. */
export function readTrainingExamples(input: ReadTrainingExamplesInput): ReadTrainingExample {
  const { understand } = createReader({ ...input, maxRemembered: maxTrainingWords });
  return ({ words, label, weight }) => {
    const readings = understand(words);
    const { ids, values } = normalise(extractFeatures(readings));
    return { ids, values, tokens: extractTokens(readings), label, weight };
  };
}

/** Both models, fitted to the examples. */
export function fitModels(
  trainingExamples: readonly TrainingExample[],
): Pick<CategoryModel, 'linear' | 'bayes'> {
  return {
    linear: quantise(
      trainLinear({
        examples: trainingExamples,
        labels: labels.length,
        buckets: featureBuckets,
        course: long,
      }),
    ),
    bayes: trainBayes(trainingExamples),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
