import { type Category, type CorrectionMonth, categories } from '@campus-desk/contract';

/** Every way a category can be wrong. */
export const pairs = categories.flatMap(from =>
  categories.filter(to => to !== from).map(to => ({ from, to })),
);

type CountFromInput = { month: CorrectionMonth; category: Category };

/** Tickets of a month that the categoriser put into this category and people took out of it. */
export function countFrom(input: CountFromInput): number {
  const { category } = input;
  const { corrections } = input.month;
  return total(corrections.filter(({ from }) => from === category).map(({ count }) => count));
}

type CountPairInput = { months: CorrectionMonth[]; from: Category; to: Category };

/** Tickets that went from one category to another. */
export function countPair({ months, from, to }: CountPairInput): number {
  const all = months.flatMap(({ corrections }) => corrections);
  return total(all.filter(one => one.from === from && one.to === to).map(({ count }) => count));
}

/** The sum of several counts. */
export function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
