import type { Category } from '@campus-desk/contract';
import { createCategoriser } from '../create-categoriser.ts';
import { createLearningCategoriser } from '../learning/create-learning-categoriser.ts';
import type { LabelledText } from './measure.ts';

/** What corrections changed in the answers to other texts. */
export type LearnedFigures = {
  corrected: number;
  /** How many other texts were asked, and how many of these were right before. */
  others: number;
  rightBefore: number;
  better: LabelledText[];
  worse: LabelledText[];
  refused: number;
};

type MeasureLearningInput = { labelled: readonly LabelledText[]; corrections: readonly LabelledText[] };

type Answered = { text: string; category: Category; tag: string; answer: Category };

/** Corrects the wrong ones among `corrections` and compares the answers to the other texts with those before. */
export async function measureLearning(input: MeasureLearningInput): Promise<LearnedFigures> {
  const wrong = answer(input.corrections).filter(isWrong);
  return learnFrom({ wrong, answered: answer(input.labelled) });
}

/** Wrong answers are halved in four ways: by each of these bits of their position. */
const halvingBits = [0, 1, 2, 3];

/** Corrects half of the wrong answers, eight different halves one after the other, and adds up what each does to all other texts. */
export async function measureHalves(labelled: readonly LabelledText[]): Promise<LearnedFigures> {
  const answered = answer(labelled);
  const wrong = answered.filter(isWrong);
  const all: LearnedFigures = { corrected: 0, others: 0, rightBefore: 0, better: [], worse: [], refused: 0 };
  for (const bit of halvingBits) {
    for (const half of [0, 1]) {
      const learned = await learnFrom({
        wrong: wrong.filter((_, at) => ((at >> bit) & 1) === half),
        answered,
      });
      for (const count of ['corrected', 'others', 'rightBefore', 'refused'] as const)
        all[count] += learned[count];
      all.better.push(...learned.better);
      all.worse.push(...learned.worse);
    }
  }
  return all;
}

type LearnFromInput = { wrong: readonly Answered[]; answered: readonly Answered[] };

async function learnFrom({ wrong, answered }: LearnFromInput): Promise<LearnedFigures> {
  let refused = 0;
  const learning = createLearningCategoriser({
    corrections: wrong.map(({ text, answer, category }, at) => {
      return { text, from: answer, to: category, by: 'evaluation', at: new Date(at).toISOString() };
    }),
    onRefused: () => {
      refused += 1;
    },
  });
  await learning.settled();
  const corrected = new Set(wrong.map(({ text }) => text));
  const others = answered.filter(({ text }) => !corrected.has(text));
  const isWrongNow = ({ text, category }: Answered) => learning.categorise(text).category !== category;
  const [wrongBefore, rightBefore] = [others.filter(isWrong), others.filter(one => !isWrong(one))];
  return {
    corrected: wrong.length,
    others: others.length,
    rightBefore: rightBefore.length,
    better: wrongBefore.filter(one => !isWrongNow(one)),
    worse: rightBefore.filter(isWrongNow),
    refused,
  };
}

function answer(labelled: readonly LabelledText[]): Answered[] {
  const { categorise } = createCategoriser();
  return labelled.flatMap(({ text, category, tag }) =>
    category ? [{ text, category, tag, answer: categorise(text).category }] : [],
  );
}

function isWrong({ answer, category }: Answered): boolean {
  return answer !== category;
}
