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
  const table = counts.counts.map((row, label) => {
    const logs = new Float32Array(tokens.length);
    for (let column = 0; column < logs.length; column += 1)
      logs[column] = Math.log((row[column] || smoothing) / (totals[label] ?? 1));
    return logs;
  });
  return text => {
    const known = text.flatMap(token => columns.get(token) ?? []);
    return table.map((logs, label) => {
      let sum = Math.log(totals[label] ?? 1);
      for (const column of known) sum += logs[column] ?? 0;
      return sum / Math.sqrt(1 + known.length);
    });
  };
}

/** By a loop, as every start waits for it. */
function columnsOf(tokens: readonly number[]): Map<number, number> {
  const columns = new Map<number, number>();
  for (let column = 0; column < tokens.length; column += 1) columns.set(tokens[column] as number, column);
  return columns;
}
