import { createBayesScorer } from './bayes.ts';
import type { Scored } from './blend.ts';
import { type Example, labels } from './category.ts';
import { scoreLinear } from './linear-model.ts';
import { loadReader } from './reader.ts';
import { fitModels } from './train-model.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Neighbours in a seed file are about the same thing, so they leave together: what is left is as new as a new report. */
const blockSize = 10;

/** `background` is trained on in every fold and never asked about. */
type CrossValidation = { examples: readonly Example[]; background: readonly Example[]; folds: number };

/** What models say of each example when trained without it and its fold. */
export function crossValidate(input: CrossValidation): Scored[] {
  return Array.from({ length: input.folds }, (_, fold) => scoreFold({ ...input, fold })).flat();
}

function scoreFold({ examples, background, folds, fold }: CrossValidation & { fold: number }): Scored[] {
  const foldOf = (at: number) => Math.floor(at / blockSize) % folds;
  const training = [...examples.filter((_, at) => foldOf(at) !== fold), ...background];
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
