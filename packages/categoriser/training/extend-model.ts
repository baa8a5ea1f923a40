import { type Example, labels } from '../label.ts';
import type { Model } from '../model.ts';
import { extendBayes } from '../models/bayes.ts';
import { toProbabilities } from '../models/blend.ts';
import { quantise, scoreLinear } from '../models/linear-model.ts';
import { trainLinear } from '../models/train-linear.ts';
import { featureBuckets } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { extendVocabulary } from '../reading/vocabulary.ts';
import { inFixedOrder, readTrainingExamples, splitExamples, type TrainingExample } from './train-model.ts';

type ExtendModelInput = {
  model: Model;
  examples: readonly Example[];
  rehearsed: readonly Example[];
  version: string;
  lexicon: Lexicon;
};

/**
 * A model trained further on the examples. On some of the seeds it was built from it learns to answer as before, so that
 * nothing else changes. The result depends on model, examples and rehearsed seeds alone, not on their order.
 */
export function extendModel(input: ExtendModelInput): Model {
  const { model, version, lexicon } = input;
  const examples = splitExamples({ examples: inFixedOrder(input.examples), lexicon });
  const rehearsed = splitExamples({ examples: input.rehearsed, lexicon });
  const vocabulary = extendVocabulary({
    vocabulary: model.vocabulary,
    texts: examples.map(({ words }) => words),
  });
  const read = readTrainingExamples({ model: { ...model, vocabulary }, lexicon });
  const trainingExamples = examples.map(read);
  const keptAsIs = (example: TrainingExample) => ({
    ...example,
    kept: toProbabilities(scoreLinear({ model: model.linear, vector: example })),
  });
  const linear = trainLinear({
    examples: [...trainingExamples, ...rehearsed.map(example => keptAsIs(read(example)))],
    labels: labels.length,
    buckets: featureBuckets,
    start: model.linear,
  });
  return {
    ...model,
    version,
    vocabulary,
    linear: quantise(linear),
    bayes: extendBayes({ model: model.bayes, documents: trainingExamples }),
  };
}
