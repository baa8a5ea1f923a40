import {
  loadFurtherSeeds,
  loadLexicon,
  loadModel,
  loadSeeds,
  type Model,
  sourceVersion,
  trainModel,
} from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const some = loadSeeds().filter((_, at) => at % 40 === 0);
const { salience, relevance } = loadModel();
const input = { blend: { linear: 1, bayes: 0.2 }, salience, relevance, version: 'v', lexicon: loadLexicon() };

describe('trainModel', () => {
  it('gives the same model whatever the order of the examples', () => {
    const forwards = trainModel({ ...input, examples: some });
    const backwards = trainModel({ ...input, examples: some.toReversed() });

    expect(Buffer.compare(bytesOf(forwards), bytesOf(backwards))).toBe(0);
    expect(forwards.bayes).toEqual(backwards.bayes);
    expect(wordsOf(forwards)).toEqual(wordsOf(backwards));
  });
});

describe('the model that ships', () => {
  it('was built from the seeds, tables and code as they are: run "npm run categoriser -- train" after a change', () => {
    expect(loadModel().version).toBe(sourceVersion());
    expect(loadModel()).toBe(loadModel());
  });

  it('has no seed twice and none under two labels', () => {
    const seen = new Set<string>();
    const twice = [...loadSeeds(), ...loadFurtherSeeds()].filter(
      ({ text }) => seen.size === seen.add(text.toLowerCase()).size,
    );

    expect(twice).toEqual([]);
  });
});

function wordsOf({ vocabulary: { trusted, rare } }: Pick<Model, 'vocabulary'>) {
  return [trusted, rare].map(({ words }) => words());
}

function bytesOf({ linear }: Pick<Model, 'linear'>): Buffer {
  return Buffer.from(linear.weights.buffer);
}
