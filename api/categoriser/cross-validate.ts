import { createBayesScorer } from './bayes.ts';
import type { Scored } from './blend.ts';
import { type Example, labels } from './category.ts';
import { scoreLinear } from './linear-model.ts';
import { loadReader } from './reader.ts';
import { fitModels } from './train-model.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Neighbours in a seed file are about the same thing, so they leave together: what is left is as new as a new report. */
const blockSize = 10;

/** What models say of each example when trained without it and its fold. */
export function crossValidate({
  examples,
  folds,
}: {
  examples: readonly Example[];
  folds: number;
}): Scored[] {
  return Array.from({ length: folds }, (_, fold) => scoreFold({ examples, folds, fold })).flat();
}

function scoreFold({
  examples,
  folds,
  fold,
}: {
  examples: readonly Example[];
  folds: number;
  fold: number;
}): Scored[] {
  const foldOf = (at: number) => Math.floor(at / blockSize) % folds;
  const training = examples.filter((_, at) => foldOf(at) !== fold);
  const read = loadReader(collectVocabulary(training));
  const toText = (example: Example) => ({
    ...read(example.text),
    label: labels.indexOf(example.label),
    weight: example.weight,
  });
  const { linear, bayes } = fitModels(training.map(toText));
  const scoreBayes = createBayesScorer(bayes);
  return examples
    .filter((_, at) => foldOf(at) === fold)
    .map(toText)
    .map(({ features, tokens, label, weight }) => ({
      linear: scoreLinear({ model: linear, features }),
      bayes: scoreBayes(tokens),
      label,
      weight,
    }));
}
