import { type Example, labels } from '../label.ts';
import type { Model } from '../model.ts';
import { extendBayes } from '../models/bayes.ts';
import { quantise } from '../models/linear-model.ts';
import { trainLinear } from '../models/train-linear.ts';
import { tableSize } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { extendVocabulary } from '../reading/vocabulary.ts';
import { inFixedOrder, readTrainingExamples, splitExamples } from './train-model.ts';

/**
 * A model that knows the examples too. Training goes on from the weights of the model, with some of the seeds it was
 * built from beside the examples, so that it does not forget them; it is never built on another extended model, so
 * the result depends on model, examples and rehearsed seeds alone, not on their order.
 */
export function extendModel(input: {
  model: Model;
  examples: readonly Example[];
  rehearsed: readonly Example[];
  version: string;
  lexicon: Lexicon;
}): Model {
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
    places: tableSize,
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
