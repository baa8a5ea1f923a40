import type { Example } from '../label.ts';
import { createBayesScorer } from '../models/bayes.ts';
import type { Scored } from '../models/blend.ts';
import { scoreLinear } from '../models/linear-model.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { SalienceModel } from '../reading/salience.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import { fitModels, type Lesson, readLessons, type SplitExample, splitExamples } from './train-model.ts';

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
    const toLesson = readLessons({ model: { vocabulary, salience: input.salience }, lexicon });
    const score = createScorer(training.map(toLesson));
    return (example: SplitExample) => score(toLesson(example));
  });
  return examples.flatMap((example, at) => scorers[foldOf(at)]?.(example) ?? []);
}

function createScorer(lessons: readonly Lesson[]): (lesson: Lesson) => Scored {
  const { linear, bayes } = fitModels(lessons);
  const scoreBayes = createBayesScorer(bayes);
  return lesson => ({
    linear: scoreLinear({ model: linear, vector: lesson }),
    bayes: scoreBayes(lesson.tokens),
    label: lesson.label,
    weight: lesson.weight,
  });
}
