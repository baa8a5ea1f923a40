type Counted = { count: number };

/** The periods from the first that has a ticket on; all of them when none has. */
export function sinceFirst<Period extends Counted>(periods: Period[]): Period[] {
  return periods.slice(countEmpty(periods));
}

/** How many periods come before the first that has a ticket; none when no period has one. */
export function countEmpty(periods: Counted[]): number {
  return Math.max(
    0,
    periods.findIndex(({ count }) => count > 0),
  );
}
