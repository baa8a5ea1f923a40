import { createBayesScorer } from './bayes.ts';
import type { Scored } from './blend.ts';
import { type Example, labels } from './category.ts';
import { scoreLinear } from './linear-model.ts';
import { loadReader } from './reader.ts';
import { fitModels } from './train-model.ts';
import { collectVocabulary } from './vocabulary.ts';

/** What models say of each example when trained without it and its fold. */
export function crossValidate({
  examples,
  folds,
}: {
  examples: readonly Example[];
  folds: number;
}): Scored[] {
  const sorted = [...examples].sort((a, b) => (a.text < b.text ? -1 : 1));
  return Array.from({ length: folds }, (_, fold) => scoreFold({ sorted, folds, fold })).flat();
}

function scoreFold({
  sorted,
  folds,
  fold,
}: {
  sorted: readonly Example[];
  folds: number;
  fold: number;
}): Scored[] {
  const training = sorted.filter((_, at) => at % folds !== fold);
  const read = loadReader(collectVocabulary(training));
  const toText = (example: Example) => ({
    ...read(example.text),
    label: labels.indexOf(example.label),
    weight: example.weight,
  });
  const { linear, bayes } = fitModels(training.map(toText));
  const scoreBayes = createBayesScorer(bayes);
  return sorted
    .filter((_, at) => at % folds === fold)
    .map(toText)
    .map(({ features, tokens, label, weight }) => ({
      linear: scoreLinear({ model: linear, features }),
      bayes: scoreBayes(tokens),
      label,
      weight,
    }));
}
