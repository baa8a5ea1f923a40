import type { Category, CorrectionMonth } from '@campus-desk/contract';

/** Tickets of a month that the categoriser had put there and people did not leave there. */
export function countFrom({
  month: { corrections },
  category,
}: {
  month: CorrectionMonth;
  category: Category;
}): number {
  return total(corrections.filter(({ from }) => from === category).map(({ count }) => count));
}

/** Tickets that went from one category to another. */
export function countPair({
  months,
  from,
  to,
}: {
  months: CorrectionMonth[];
  from: Category;
  to: Category;
}): number {
  const all = months.flatMap(({ corrections }) => corrections);
  return total(all.filter(one => one.from === from && one.to === to).map(({ count }) => count));
}

export function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
