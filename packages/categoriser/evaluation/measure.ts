import { type Category, categories } from '@campus-desk/contract';
import type { Categorisation } from '../create-categoriser.ts';
import { calibrationError } from './calibration-error.ts';

/** A text whose category is known; null where no problem is named and the reporter has to be asked. */
export type LabelledText = { text: string; category: Category | null; tag: string };

/** A labelled text with the categoriser's answer to it. */
export type Judged = LabelledText & { answer: Categorisation };

type Share = { right: number; of: number };

/** How good the answers are; shares are between 0 and 1. */
export type Figures = {
  reports: number;
  accuracy: number;
  macroF1: number;
  /** Share of texts whose category is the first or the second answer. */
  topTwo: number;
  /** Mean distance between confidence and share of right answers, over ten bins. */
  calibrationError: number;
  /** Share decided without asking, and how many of those are right. */
  decided: { share: number; precision: number };
  /** The largest share that could be decided with 95 % right, were the threshold chosen on these texts. */
  coverageAt95: number;
  nothingReported: { asked: number; of: number };
  tags: Record<string, Share>;
  /** Rows are the true categories, columns the answers. */
  confusion: Record<Category, Record<Category, number>>;
};

/** Measures the answers; a text without a category only counts as asked about or not. */
export function measure(judged: readonly Judged[]): Figures {
  const labelled = judged.filter(({ category }) => category !== null);
  const nothing = judged.filter(({ category }) => category === null);
  const decided = labelled.filter(({ answer }) => !answer.unsure);
  const confusion = confuse(labelled);
  return {
    reports: labelled.length,
    accuracy: share(labelled, isRight),
    macroF1: categories.reduce((sum, category) => sum + f1({ confusion, category }), 0) / categories.length,
    topTwo: share(labelled, one => isRight(one) || one.answer.secondCategory === one.category),
    calibrationError: calibrationError(
      labelled.map(one => ({ confidence: one.answer.confidence, right: isRight(one) })),
    ),
    decided: { share: decided.length / Math.max(1, labelled.length), precision: share(decided, isRight) },
    coverageAt95: coverage({ labelled, precision: 0.95 }),
    nothingReported: { asked: nothing.filter(({ answer }) => answer.unsure).length, of: nothing.length },
    tags: countTags(labelled),
    confusion,
  };
}

function isRight({ category, answer }: Judged): boolean {
  return category === answer.category;
}

function share<Row>(rows: readonly Row[], isCounted: (row: Row) => boolean): number {
  return rows.filter(isCounted).length / Math.max(1, rows.length);
}

function confuse(labelled: readonly Judged[]): Figures['confusion'] {
  const none = () => ({ facility: 0, it: 0, service: 0 });
  const confusion = { facility: none(), it: none(), service: none() };
  for (const { category, answer } of labelled) if (category) confusion[category][answer.category] += 1;
  return confusion;
}

function f1({ confusion, category }: { confusion: Figures['confusion']; category: Category }): number {
  const right = confusion[category][category];
  const given = categories.reduce((sum, other) => sum + confusion[other][category], 0);
  const due = categories.reduce((sum, other) => sum + confusion[category][other], 0);
  return given + due === 0 ? 0 : (2 * right) / (given + due);
}

function coverage({ labelled, precision }: { labelled: readonly Judged[]; precision: number }): number {
  let right = 0;
  let covered = 0;
  const surestFirst = [...labelled].sort((a, b) => b.answer.confidence - a.answer.confidence);
  surestFirst.forEach((one, at) => {
    if (isRight(one)) right += 1;
    if (right / (at + 1) >= precision) covered = at + 1;
  });
  return covered / Math.max(1, labelled.length);
}

function countTags(labelled: readonly Judged[]): Record<string, Share> {
  const tags = new Map<string, Share>();
  for (const one of labelled) {
    const { right, of } = tags.get(one.tag) ?? { right: 0, of: 0 };
    if (one.tag !== '') tags.set(one.tag, { right: right + (isRight(one) ? 1 : 0), of: of + 1 });
  }
  return Object.fromEntries(tags);
}
