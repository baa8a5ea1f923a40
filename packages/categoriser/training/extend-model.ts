import { type Example, labels } from '../label.ts';
import type { Model } from '../model.ts';
import { extendBayes } from '../models/bayes.ts';
import { quantise } from '../models/linear-model.ts';
import { trainLinear } from '../models/train-linear.ts';
import { featureBuckets } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { extendVocabulary } from '../reading/vocabulary.ts';
import { inFixedOrder, readTrainingExamples, splitExamples } from './train-model.ts';

type ExtendModelInput = {
  model: Model;
  examples: readonly Example[];
  rehearsed: readonly Example[];
  version: string;
  lexicon: Lexicon;
};

/**
 * A model trained further on the examples. Some of the seeds it was built from are rehearsed beside them, so that it
 * does not forget those. The result depends on model, examples and rehearsed seeds alone, not on their order.
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
  const linear = trainLinear({
    examples: [...trainingExamples, ...rehearsed.map(read)],
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
