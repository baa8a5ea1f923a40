import { type BayesModel, countTexts } from '../models/bayes.ts';

/** A function from a stem or meaning to how much it weighs: the rarer, the more. */
export type Rarity = (input: {
  tickets: number;
  countOf: (term: number) => number;
}) => (term: number) => number;

/** The texts of the model are worth so many tickets: an index of a few tickets does not know yet what is rare. */
const worthOfModel = 1200;

/** Rarity in the tickets of an index, and in the texts that the model was trained on. */
export function createRarity(model: BayesModel): Rarity {
  const share = worthOfModel / model.counts.totals.reduce((sum, total) => sum + total, 0);
  return ({ tickets, countOf }) => {
    const known = new Map<number, number>();
    const weigh = (term: number) => {
      const weight = Math.log(
        (worthOfModel + tickets + 1) / (share * countTexts(model, term) + countOf(term) + 1),
      );
      known.set(term, weight);
      return weight;
    };
    return term => known.get(term) ?? weigh(term);
  };
}
