import { createRequire } from 'node:module';

// By sub-path and through require: the root of the package prints, reads .env and pulls four database drivers.
const require = createRequire(import.meta.url);

type Stemmer = { stem(word: string): string };

/** natural keeps an apparatus classifier inside, which accepts sparse observations; its own `train` is dense. */
type BayesClassifier = {
  classifier: {
    smoothing: number;
    classTotals: Record<string, number>;
    classFeatures: Record<string, Record<number, number>>;
    addExample(observation: Record<number, number>, label: string): void;
  };
};

/** How often each feature was seen with each label, as natural's Bayes counts it. */
export type BayesCounts = { smoothing: number; totals: number[]; counts: number[][] };

/** A function that gives the Porter stem of a folded word. */
export function createStemmer(): (word: string) => string {
  const porter = require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer;
  return word => porter.stem(word);
}

type CountWithBayesInput = {
  documents: readonly { features: readonly number[]; label: string }[];
  labels: readonly string[];
  from?: BayesCounts;
};

/**
 * Trains natural's Bayes classifier, on top of earlier counts if there are any, and reads its counts. The classifier
 * itself is not asked, because its scores are no longer logarithms when they come out and underflow to a tie on long texts.
 */
export function countWithBayes({ documents, labels, from }: CountWithBayesInput): BayesCounts {
  const Classifier =
    require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => BayesClassifier;
  const { classifier } = new Classifier();
  labels.forEach((label, at) => {
    classifier.classTotals[label] = from?.totals[at] ?? 1;
    classifier.classFeatures[label] = { ...from?.counts[at] };
  });
  for (const { features, label } of documents) {
    classifier.addExample({ ...features }, label);
    // Only its dense path counts the example; the sparse one forgets to.
    classifier.classTotals[label] = (classifier.classTotals[label] ?? 1) + 1;
  }
  return {
    smoothing: classifier.smoothing,
    totals: labels.map(label => classifier.classTotals[label] ?? 1),
    counts: labels.map(label => readCounts(classifier.classFeatures[label] ?? {})),
  };
}

function readCounts(features: Record<number, number>): number[] {
  const counts: number[] = [];
  for (const [feature, count] of Object.entries(features)) counts[Number(feature)] = count;
  return Array.from(counts, count => count ?? 0);
}
