import type { UnitVector } from '../models/linear-model.ts';
import { stopWords } from './stop-words.ts';

/** What a word contributes in any text: hashes of its stem, concepts and themes, and its weighted features. */
export type WordFeatures = {
  stem: number;
  concepts: readonly number[];
  themes: readonly number[];
  isStopWord: boolean;
  ids: readonly number[];
  values: readonly number[];
};

/** The features of a word in a text, and the weight of its clause. */
export type WeighedWord = { weight: number; features: WordFeatures };

/** Weighted features of a text, each with the index of the word it came from; ids are buckets of the hashed table. */
export type Features = { ids: number[]; values: number[]; owners: number[] };

/** Buckets of the table of weights: features are hashed into it, so that no name of a feature has to be stored. */
export const featureBuckets = 2 ** 18;

const share = { stopWord: 0.3, wordPair: 0.7, letters: 1, concept: 1.5, theme: 0.5, conceptPair: 1.5 };
const minLetters = 3;
const maxLetters = 5;
const minTokenWeight = 0.5;

type DescribeWordInput = {
  folded: string;
  stem: string;
  concepts: readonly string[];
  themes: readonly string[];
};

/** The features of a word that do not depend on its neighbours: stem, letters, concepts and themes. */
export function describeWord(word: DescribeWordInput): WordFeatures {
  const isStopWord = stopWords.has(word.folded);
  const stem = hashName(`w${word.stem}`);
  const concepts = word.concepts.map(concept => hashName(`c${concept}`));
  const themes = word.themes.map(theme => hashName(`t${theme}`));
  const letters = isStopWord ? [] : hashLetters(word.folded);
  return {
    stem,
    concepts,
    themes,
    isStopWord,
    ids: [stem, ...letters, ...concepts, ...themes].map(hashed => bucketOf(hashed)),
    values: [
      isStopWord ? share.stopWord : 1,
      ...letters.map(() => share.letters / Math.sqrt(letters.length)),
      ...concepts.map(() => share.concept / concepts.length),
      ...themes.map(() => share.theme / themes.length),
    ],
  };
}

/** What the linear model sees of a text: the features of its words, pairs of neighbours and pairs of concepts. */
export function extractFeatures(words: readonly WeighedWord[]): Features {
  const all: Features = { ids: [], values: [], owners: [] };
  let stemBefore = 0;
  let conceptsBefore: readonly number[] = [];
  for (let owner = 0; owner < words.length; owner += 1) {
    const { weight, features } = words[owner] as WeighedWord;
    const { stem, concepts, ids, values } = features;
    for (let at = 0; at < ids.length; at += 1)
      add(all, ids[at] as number, (values[at] as number) * weight, owner);
    add(all, bucketOf(pairInOrder(stemBefore, stem)), share.wordPair * weight, owner);
    stemBefore = stem;
    if (concepts.length === 0) continue;
    const value = (share.conceptPair * weight) / concepts.length / conceptsBefore.length;
    for (const pair of pairsOf(conceptsBefore, concepts)) add(all, bucketOf(pair), value, owner);
    conceptsBefore = concepts;
  }
  return all;
}

/** What Bayes sees of a text: buckets of the stems, concepts and pairs of concepts that count, each once. */
export function extractTokens(words: readonly WeighedWord[]): number[] {
  const tokens = new Set<number>();
  let conceptsBefore: readonly number[] = [];
  for (const { weight, features } of words) {
    const { stem, concepts, isStopWord } = features;
    if (weight < minTokenWeight) continue;
    if (!isStopWord) tokens.add(bucketOf(stem));
    if (concepts.length === 0) continue;
    for (const concept of concepts) tokens.add(bucketOf(concept));
    for (const pair of pairsOf(conceptsBefore, concepts)) tokens.add(bucketOf(pair));
    conceptsBefore = concepts;
  }
  return [...tokens];
}

/** The features as a vector of length one. */
export function normalise({ ids, values }: Pick<Features, 'ids' | 'values'>): UnitVector {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  const scaled = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) scaled[at] = (values[at] as number) / length;
  return { ids: new Int32Array(ids), values: scaled };
}

/** By position, as it is called for every feature of every text. */
function add(all: Features, id: number, value: number, owner: number): void {
  all.ids.push(id);
  all.values.push(value);
  all.owners.push(owner);
}

/** Pairs of two different concepts, the same whichever comes first. */
function pairsOf(before: readonly number[], now: readonly number[]): number[] {
  const pairs: number[] = [];
  for (const a of before)
    for (const b of now) if (a !== b) pairs.push(a < b ? pairInOrder(a, b) : pairInOrder(b, a));
  return pairs;
}

/** A hash of two hashes that depends on their order. */
export function pairInOrder(first: number, second: number): number {
  return Math.imul(Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second, 0x297a2d39);
}

/** Hashes of the letter n-grams of a word, three to five letters long, its ends marked. */
function hashLetters(word: string): number[] {
  const framed = `<${word}>`;
  const hashes: number[] = [];
  for (let length = minLetters; length <= maxLetters; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1)
      hashes.push(hashName(framed, start, start + length));
  }
  return hashes;
}

/** FNV-1a of a name, or of a part of it. */
export function hashName(name: string, start = 0, end = name.length): number {
  let sum = 0x811c9dc5;
  for (let index = start; index < end; index += 1) sum = Math.imul(sum ^ name.charCodeAt(index), 0x01000193);
  return sum;
}

/** The bucket of a hash; `buckets` is a power of two. */
export function bucketOf(hashed: number, buckets = featureBuckets): number {
  return (hashed ^ (hashed >>> 15)) & (buckets - 1);
}
