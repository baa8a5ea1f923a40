import { labels } from './category.ts';
import { type BayesCounts, countWithBayes } from './natural.ts';

/** What Bayes learned: the tokens it knows, each at its place in the counts. */
export type BayesModel = { tokens: string[]; counts: BayesCounts };

export type BayesScorer = (tokens: readonly string[]) => number[];

/** Trains natural's Bayes on tokens seen at least twice; a token seen once says more about the text than the topic. */
export function trainBayes(documents: readonly { tokens: readonly string[]; label: number }[]): BayesModel {
  const seen = new Map<string, number>();
  for (const { tokens } of documents) for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
  const tokens = [...seen.keys()].filter(token => (seen.get(token) ?? 0) > 1).sort();
  const places = new Map(tokens.map((token, place) => [token, place]));
  const counts = countWithBayes({
    labels,
    documents: documents.map(document => ({
      label: labels[document.label] ?? '',
      features: document.tokens.flatMap(token => places.get(token) ?? []),
    })),
  });
  return { tokens, counts };
}

/** A function that answers one logarithm per label, evened out over the length of the text. */
export function createBayesScorer({ tokens, counts }: BayesModel): BayesScorer {
  const places = new Map(tokens.map((token, place) => [token, place]));
  const { smoothing, totals } = counts;
  const table = counts.counts.map((row, label) =>
    Float32Array.from(tokens, (_, place) => Math.log((row[place] || smoothing) / (totals[label] ?? 1))),
  );
  return text => {
    const known = text.flatMap(token => places.get(token) ?? []);
    return table.map((logs, label) => {
      const sum = known.reduce((total, place) => total + (logs[place] ?? 0), Math.log(totals[label] ?? 1));
      return sum / Math.sqrt(1 + known.length);
    });
  };
}
