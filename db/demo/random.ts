/** Chance that can be repeated: the same seed gives the same sequence. */
export type Random = ReturnType<typeof createRandom>;

/** A generator of numbers that look random (mulberry32), with the few questions the demo asks it. */
export function createRandom(seed: number) {
  let state = seed;

  /** At least 0, below 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + next() * (to - from);

  return {
    next,
    between,
    chance: (share: number) => next() < share,
    /** Around 0, mostly from −1 to 1, seldom beyond. */
    normal: () => (next() + next() + next() + next() - 2) * 1.7,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    /** An index, as often as its weight says. */
    weighted(weights: readonly number[]): number {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex(weight => {
        left -= weight;
        return left < 0;
      });
      return index === -1 ? weights.length - 1 : index;
    },
  };
}
