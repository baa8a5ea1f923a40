import { type Category, categories } from '@campus-desk/contract';
import type { Categorisation } from '../create-categoriser.ts';
import { calibrationError } from './calibration-error.ts';

/** A report whose category is known; null where nothing is reported and the reporter has to be asked. */
export type Report = { text: string; category: Category | null; tag: string };

export type Judged = Report & { answer: Categorisation };

export type Share = { right: number; of: number };

/** How good the answers are, the measures of issue 5. */
export type Figures = {
  reports: number;
  accuracy: number;
  macroF1: number;
  /** Share of reports whose category is the first or the second answer. */
  topTwo: number;
  /** Mean distance between confidence and share of right answers, over ten bins. */
  calibrationError: number;
  /** Share decided without asking, and how many of those are right. */
  decided: { share: number; precision: number };
  /** The largest share that could be decided with 95 % right, were the threshold chosen on these reports. */
  coverageAt95: number;
  nothingReported: { asked: number; of: number };
  tags: Record<string, Share>;
  /** Rows are the true categories, columns the answers. */
  confusion: Record<Category, Record<Category, number>>;
};

/** Measures the answers; reports without a category only count as asked or not. */
export function measure(judged: readonly Judged[]): Figures {
  const reports = judged.filter(({ category }) => category !== null);
  const nothing = judged.filter(({ category }) => category === null);
  const decided = reports.filter(({ answer }) => !answer.unsure);
  const confusion = confuse(reports);
  return {
    reports: reports.length,
    accuracy: share(reports, isRight),
    macroF1: categories.reduce((sum, category) => sum + f1({ confusion, category }), 0) / categories.length,
    topTwo: share(reports, one => isRight(one) || one.answer.secondCategory === one.category),
    calibrationError: calibrationError(
      reports.map(one => ({ confidence: one.answer.confidence, right: isRight(one) })),
    ),
    decided: { share: decided.length / Math.max(1, reports.length), precision: share(decided, isRight) },
    coverageAt95: coverage({ reports, precision: 0.95 }),
    nothingReported: { asked: nothing.filter(({ answer }) => answer.unsure).length, of: nothing.length },
    tags: countTags(reports),
    confusion,
  };
}

function isRight({ category, answer }: Judged): boolean {
  return category === answer.category;
}

function share<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.filter(holds).length / Math.max(1, rows.length);
}

function confuse(reports: readonly Judged[]): Figures['confusion'] {
  const none = () => ({ facility: 0, it: 0, service: 0 });
  const confusion = { facility: none(), it: none(), service: none() };
  for (const { category, answer } of reports) if (category) confusion[category][answer.category] += 1;
  return confusion;
}

function f1({ confusion, category }: { confusion: Figures['confusion']; category: Category }): number {
  const right = confusion[category][category];
  const given = categories.reduce((sum, other) => sum + confusion[other][category], 0);
  const due = categories.reduce((sum, other) => sum + confusion[category][other], 0);
  return given + due === 0 ? 0 : (2 * right) / (given + due);
}

function coverage({ reports, precision }: { reports: readonly Judged[]; precision: number }): number {
  let right = 0;
  let covered = 0;
  const surestFirst = [...reports].sort((a, b) => b.answer.confidence - a.answer.confidence);
  surestFirst.forEach((one, at) => {
    if (isRight(one)) right += 1;
    if (right / (at + 1) >= precision) covered = at + 1;
  });
  return covered / Math.max(1, reports.length);
}

function countTags(reports: readonly Judged[]): Record<string, Share> {
  const tags = new Map<string, Share>();
  for (const one of reports) {
    const { right, of } = tags.get(one.tag) ?? { right: 0, of: 0 };
    if (one.tag !== '') tags.set(one.tag, { right: right + (isRight(one) ? 1 : 0), of: of + 1 });
  }
  return Object.fromEntries(tags);
}
