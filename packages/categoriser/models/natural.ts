import { createRequire } from 'node:module';

// By sub-path and through require: the root of the package prints, reads .env and loads four database drivers.
const require = createRequire(import.meta.url);

type Stemmer = { stem(word: string): string };

/** natural wraps the classifier of `apparatus`, which accepts sparse observations; its own `train` takes dense ones. */
type BayesClassifier = {
  classifier: {
    smoothing: number;
    classTotals: Record<string, number>;
    classFeatures: Record<string, Record<number, number>>;
    addExample(observation: Record<number, number>, label: string): void;
  };
};

/** How often each feature was seen with each label, as natural's Bayes counts it. */
export type BayesCounts = { smoothing: number; totals: number[]; counts: Int32Array[] };

/** A function that gives the Porter stem of a folded word. */
export function createStemmer(): (word: string) => string {
  const porter = require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer;
  return word => porter.stem(word);
}

type CountWithBayesInput = {
  /** How many features there are; a document has the numbers of its own. */
  size: number;
  documents: readonly { features: readonly number[]; label: string }[];
  labels: readonly string[];
};

/**
 * Trains natural's Bayes classifier and reads its counts. Its own scores are not
 * used: it gives them as probabilities, and on long texts all of them underflow to zero.
 */
export function countWithBayes({ size, documents, labels }: CountWithBayesInput): BayesCounts {
  const Classifier =
    require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => BayesClassifier;
  const { classifier } = new Classifier();
  for (const label of labels) {
    classifier.classTotals[label] = 1;
    classifier.classFeatures[label] = {};
  }
  for (const { features, label } of documents) {
    classifier.addExample({ ...features }, label);
    // The classifier counts the example on its dense path only.
    classifier.classTotals[label] = (classifier.classTotals[label] ?? 1) + 1;
  }
  return {
    smoothing: classifier.smoothing,
    totals: labels.map(label => classifier.classTotals[label] ?? 1),
    counts: labels.map(label => readCounts({ features: classifier.classFeatures[label] ?? {}, size })),
  };
}

function readCounts({ features, size }: { features: Record<number, number>; size: number }): Int32Array {
  const counts = new Int32Array(size);
  for (const [feature, count] of Object.entries(features)) counts[Number(feature)] = count;
  return counts;
}
