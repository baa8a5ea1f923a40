type MeasureRoundsInput = {
  rounds: number;
  /** Each answers how much it did in a second; `round` counts from 0, and the warm-up is round 0. */
  baseline: (round: number) => Promise<number>;
  product: (round: number) => Promise<number>;
};

/**
 * The product's speed as a share of the baseline's, once a round. Both take turns, so that what else the machine does
 * meets both; the first turn of each is for warming up and is not counted.
 */
export async function measureShares({ rounds, baseline, product }: MeasureRoundsInput): Promise<number[]> {
  await baseline(0);
  await product(0);
  const shares: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const base = await baseline(round);
    shares.push((await product(round)) / base);
  }
  return shares;
}

type CompareTimesInput = {
  rounds: number;
  perRound: number;
  /** Each does something once, and answers how many milliseconds that took. */
  baseline: () => Promise<number>;
  product: () => Promise<number>;
};

/** How many times as long as the baseline the product takes, once a round, of which both take turns; one more is for warming up. */
export async function compareTimes(input: CompareTimesInput): Promise<number[]> {
  const { rounds, perRound, baseline, product } = input;
  const factors: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [base, taken]: [number[], number[]] = [[], []];
    for (let at = 0; at < perRound; at += 1) {
      base.push(await baseline());
      taken.push(await product());
    }
    factors.push(median(taken) / median(base));
  }
  return factors.slice(1);
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
