import { labels } from '../label.ts';
import { type BayesCounts, countWithBayes } from './natural.ts';

/** What Bayes learned: the tokens it knows, each at its place in the counts. */
export type BayesModel = { tokens: number[]; counts: BayesCounts };

export type BayesScorer = (tokens: readonly number[]) => number[];

type Document = { tokens: readonly number[]; label: number; weight: number };

/** Bayes counts each text fully, so it leaves out what should count little. */
const lightest = 0.5;

/** Trains natural's Bayes on tokens seen at least twice; a token seen once says more about the text than the topic. */
export function trainBayes(documents: readonly Document[]): BayesModel {
  const seen = new Map<number, number>();
  for (const { tokens } of documents.filter(countsFully))
    for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
  const tokens = [...seen.keys()].filter(token => (seen.get(token) ?? 0) > 1).sort((a, b) => a - b);
  return { tokens, counts: countDocuments({ tokens, documents }) };
}

/** The model with the counts of further documents; of their tokens it hears those it knew before. */
export function extendBayes(input: { model: BayesModel; documents: readonly Document[] }): BayesModel {
  const { tokens, counts } = input.model;
  return { tokens, counts: countDocuments({ tokens, documents: input.documents, from: counts }) };
}

function countDocuments(input: {
  tokens: readonly number[];
  documents: readonly Document[];
  from?: BayesCounts;
}): BayesCounts {
  const { tokens, documents, from } = input;
  const places = placesOf(tokens);
  return countWithBayes({
    labels,
    documents: documents.filter(countsFully).map(document => ({
      label: labels[document.label] ?? '',
      features: document.tokens.flatMap(token => places.get(token) ?? []),
    })),
    ...(from && { from }),
  });
}

function countsFully({ weight }: Document): boolean {
  return weight >= lightest;
}

/** A function that answers one logarithm per label, evened out over the length of the text. */
export function createBayesScorer({ tokens, counts }: BayesModel): BayesScorer {
  const places = placesOf(tokens);
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

function placesOf(tokens: readonly number[]): Map<number, number> {
  return new Map(tokens.map((token, place) => [token, place]));
}
