import type { Example } from '../label.ts';
import { createBayesScorer } from '../models/bayes.ts';
import type { Scored } from '../models/blend.ts';
import { scoreLinear } from '../models/linear-model.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { RelevanceModel } from '../reading/relevance.ts';
import type { SalienceModel } from '../reading/salience.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import {
  fitModels,
  readTrainingExamples,
  type SplitExample,
  splitExamples,
  type TrainingExample,
} from './train-model.ts';

/** Neighbours in a seed file are about the same thing, so they are in one fold; the rest then knows as little of them as of a new text. */
const blockSize = 10;

type CrossValidateInput = {
  examples: readonly Example[];
  auxiliary: readonly Example[];
  salience: SalienceModel;
  relevance: RelevanceModel;
  lexicon: Lexicon;
  folds: number;
};

/** Scores of each example, in their order, by models trained without its fold; every fold trains on `auxiliary` too. */
export function crossValidate(input: CrossValidateInput): Scored[] {
  const { lexicon } = input;
  const examples = splitExamples({ examples: input.examples, lexicon });
  const auxiliary = splitExamples({ examples: input.auxiliary, lexicon });
  const foldOf = (at: number) => Math.floor(at / blockSize) % input.folds;
  const scorers = Array.from({ length: input.folds }, (_, fold) => {
    const training = [...examples.filter((_, at) => foldOf(at) !== fold), ...auxiliary];
    const vocabulary = collectVocabulary({ texts: training.map(({ words }) => words), lexicon });
    const toTrainingExample = readTrainingExamples({
      model: { vocabulary, salience: input.salience, relevance: input.relevance },
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
