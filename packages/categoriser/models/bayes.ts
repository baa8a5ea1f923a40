import { labels } from '../label.ts';
import { type BayesCounts, countWithBayes } from './natural.ts';

/** What Bayes learned: the tokens it knows, in the order of the columns of its counts. */
export type BayesModel = { tokens: number[]; counts: BayesCounts };

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
  const columns = columnsOf(tokens);
  const counts = countWithBayes({
    labels,
    documents: counted.map(document => ({
      label: labels[document.label] ?? '',
      features: document.tokens.flatMap(token => columns.get(token) ?? []),
    })),
  });
  return { tokens, counts };
}

/** A function that gives one log score per label, so damped that long texts are not surer than short ones. */
export function createBayesScorer({ tokens, counts }: BayesModel): BayesScorer {
  const columns = columnsOf(tokens);
  const { smoothing, totals } = counts;
  const table = counts.counts.map((row, label) =>
    Float32Array.from(tokens, (_, column) => Math.log((row[column] || smoothing) / (totals[label] ?? 1))),
  );
  return text => {
    const known = text.flatMap(token => columns.get(token) ?? []);
    return table.map((logs, label) => {
      const sum = known.reduce((total, column) => total + (logs[column] ?? 0), Math.log(totals[label] ?? 1));
      return sum / Math.sqrt(1 + known.length);
    });
  };
}

function columnsOf(tokens: readonly number[]): Map<number, number> {
  return new Map(tokens.map((token, column) => [token, column]));
}
