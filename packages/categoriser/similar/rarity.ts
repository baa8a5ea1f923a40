import type { BayesModel } from '../models/bayes.ts';

/** A function from a stem or meaning to how much it weighs: the rarer, the more. */
export type Rarity = (input: {
  tickets: number;
  countOf: (term: number) => number;
}) => (term: number) => number;

/** As many tickets as the texts of the model are worth: an index of a few tickets does not know yet what is rare. */
const shareOfModel = 0.1;

/** Rarity in the tickets of an index, and in the texts that the model was trained on. */
export function createRarity({ tokens, counts }: BayesModel): Rarity {
  const texts = shareOfModel * counts.totals.reduce((sum, total) => sum + total, 0);
  const inTexts = new Map<number, number>();
  tokens.forEach((token, at) => {
    inTexts.set(token, shareOfModel * counts.counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  });
  return ({ tickets, countOf }) => {
    const known = new Map<number, number>();
    return term => {
      const weight =
        known.get(term) ?? Math.log((texts + tickets + 1) / ((inTexts.get(term) ?? 0) + countOf(term) + 1));
      known.set(term, weight);
      return weight;
    };
  };
}
