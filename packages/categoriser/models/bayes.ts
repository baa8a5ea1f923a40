import { labels } from '../label.ts';
import { indexOfSorted } from '../reading/sorted.ts';
import { type BayesCounts, countWithBayes } from './natural.ts';

/** What Bayes learned: the tokens it knows, sorted, in the order of the columns of its counts. */
export type BayesModel = { tokens: Int32Array; counts: BayesCounts };

export type BayesScorer = (tokens: readonly number[]) => number[];

type Document = { tokens: readonly number[]; label: number; weight: number };

/** Bayes counts every text in full, so texts below this weight are left out. */
const minWeight = 0.5;

/** Trains natural's Bayes on tokens seen at least twice; one seen once says more about the text than about the topic. */
export function trainBayes(documents: readonly Document[]): BayesModel {
  const counted = documents.filter(({ weight }) => weight >= minWeight);
  const seen = new Map<number, number>();
  for (const { tokens } of counted) for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
  const tokens = [...seen.keys()].filter(token => (seen.get(token) ?? 0) > 1).sort((a, b) => a - b);
  const columns = new Map(tokens.map((token, column) => [token, column]));
  const counts = countWithBayes({
    size: tokens.length,
    labels,
    documents: counted.map(document => ({
      label: labels[document.label] ?? '',
      features: document.tokens.flatMap(token => columns.get(token) ?? []),
    })),
  });
  return { tokens: Int32Array.from(tokens), counts };
}

/** A function that gives one log score per label, so damped that long texts are not surer than short ones. */
export function createBayesScorer({ tokens, counts }: BayesModel): BayesScorer {
  const { smoothing, totals } = counts;
  return text => {
    const known = text.map(token => indexOfSorted(tokens, token)).filter(column => column >= 0);
    return counts.counts.map((row, label) => {
      const total = totals[label] ?? 1;
      let sum = Math.log(total);
      for (const column of known) sum += Math.log((row[column] || smoothing) / total);
      return sum / Math.sqrt(1 + known.length);
    });
  };
}

/** In how many of the texts that it was trained on a token is. */
export function countTexts({ tokens, counts }: BayesModel, token: number): number {
  const column = indexOfSorted(tokens, token);
  return column < 0 ? 0 : counts.counts.reduce((sum, row) => sum + (row[column] as number), 0);
}
