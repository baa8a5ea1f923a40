import type { Example } from '../label.ts';
import { createBayesScorer } from '../models/bayes.ts';
import type { Scored } from '../models/blend.ts';
import { scoreLinear } from '../models/linear-model.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { SalienceModel } from '../reading/salience.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import {
  fitModels,
  readTrainingExamples,
  type SplitExample,
  splitExamples,
  type TrainingExample,
} from './train-model.ts';

/** Neighbours in a seed file are about the same thing, so they leave together: what is left is as new as a new report. */
const blockSize = 10;

/**
 * What models say of each example, in their order, when trained without it and its fold; `unasked` is trained on in every
 * fold.
 */
export function crossValidate(input: {
  examples: readonly Example[];
  unasked: readonly Example[];
  salience: SalienceModel;
  lexicon: Lexicon;
  folds: number;
}): Scored[] {
  const { lexicon } = input;
  const examples = splitExamples({ examples: input.examples, lexicon });
  const unasked = splitExamples({ examples: input.unasked, lexicon });
  const foldOf = (at: number) => Math.floor(at / blockSize) % input.folds;
  const scorers = Array.from({ length: input.folds }, (_, fold) => {
    const training = [...examples.filter((_, at) => foldOf(at) !== fold), ...unasked];
    const vocabulary = collectVocabulary({ texts: training.map(({ words }) => words), lexicon });
    const toTrainingExample = readTrainingExamples({
      model: { vocabulary, salience: input.salience },
      lexicon,
    });
    const score = createScorer(training.map(toTrainingExample));
    return (example: SplitExample) => score(toTrainingExample(example));
  });
  return examples.flatMap((example, at) => scorers[foldOf(at)]?.(example) ?? []);
}

function createScorer(trainingExamples: readonly TrainingExample[]): (example: TrainingExample) => Scored {
  const { linear, bayes } = fitModels(trainingExamples);
  const scoreBayes = createBayesScorer(bayes);
  return example => ({
    linear: scoreLinear({ model: linear, vector: example }),
    bayes: scoreBayes(example.tokens),
    label: example.label,
    weight: example.weight,
  });
}
