import type { BayesModel } from '../models/bayes.ts';

/** A function from a stem or meaning to how much it weighs: the rarer, the more. */
export type Rarity = (input: {
  tickets: number;
  countOf: (term: number) => number;
}) => (term: number) => number;

/** The texts of the model are worth so many tickets: an index of a few tickets does not know yet what is rare. */
const worthOfModel = 1200;

/** Rarity in the tickets of an index, and in the texts that the model was trained on. */
export function createRarity({ tokens, counts }: BayesModel): Rarity {
  const share = worthOfModel / counts.totals.reduce((sum, total) => sum + total, 0);
  const inTexts = new Map<number, number>();
  tokens.forEach((token, at) => {
    inTexts.set(token, share * counts.counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  });
  return ({ tickets, countOf }) => {
    const known = new Map<number, number>();
    return term => {
      const weight =
        known.get(term) ??
        Math.log((worthOfModel + tickets + 1) / ((inTexts.get(term) ?? 0) + countOf(term) + 1));
      known.set(term, weight);
      return weight;
    };
  };
}
