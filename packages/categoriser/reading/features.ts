import type { UnitVector } from '../models/linear-model.ts';
import { stopWords } from './stop-words.ts';

/** What a word says wherever it stands: hashes of its stem and concepts, and its weighted features. */
export type WordFeatures = {
  stem: number;
  concepts: readonly number[];
  isStopWord: boolean;
  ids: readonly number[];
  values: readonly number[];
};

/** A word in a text, and how much its clause counts. */
export type WeighedWord = { weight: number; features: WordFeatures };

/** Weighted features of a text, each owned by the word it came from; ids are places in the table of weights. */
export type Features = { ids: number[]; values: number[]; owners: number[] };

/** Places in the table of weights: names of features are hashed into it, so that no name has to be stored. */
export const tableSize = 2 ** 17;

const share = { stopWord: 0.3, wordPair: 0.7, letters: 1, concept: 1.5, theme: 0.5, conceptPair: 1.5 };
const minLetters = 3;
const maxLetters = 5;
const lightestToken = 0.5;

/** The features of a word that do not depend on its neighbours: stem, letters, concepts and themes. */
export function describeWord(word: {
  folded: string;
  stem: string;
  concepts: readonly string[];
  themes: readonly string[];
}): WordFeatures {
  const isStopWord = stopWords.has(word.folded);
  const stem = hash(`w${word.stem}`);
  const concepts = word.concepts.map(concept => hash(`c${concept}`));
  const themes = word.themes.map(theme => hash(`t${theme}`));
  const letters = isStopWord ? [] : hashLetters(word.folded);
  return {
    stem,
    concepts,
    isStopWord,
    ids: [stem, ...letters, ...concepts, ...themes].map(hashed => place(hashed)),
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
  words.forEach(({ weight, features: { stem, concepts, ids, values } }, owner) => {
    for (let at = 0; at < ids.length; at += 1)
      add({ all, id: ids[at] as number, value: (values[at] as number) * weight, owner });
    add({ all, id: place(pairInOrder(stemBefore, stem)), value: share.wordPair * weight, owner });
    const pairs = pairsOf(conceptsBefore, concepts);
    const value = (share.conceptPair * weight) / concepts.length / conceptsBefore.length;
    for (const pair of pairs) add({ all, id: place(pair), value, owner });
    stemBefore = stem;
    if (concepts.length > 0) conceptsBefore = concepts;
  });
  return all;
}

/** What Bayes sees of a text: places of the stems, concepts and pairs of concepts that count, each once. */
export function extractTokens(words: readonly WeighedWord[]): number[] {
  const tokens = new Set<number>();
  let conceptsBefore: readonly number[] = [];
  for (const { weight, features } of words) {
    const { stem, concepts, isStopWord } = features;
    if (weight < lightestToken) continue;
    if (!isStopWord) tokens.add(place(stem));
    for (const concept of concepts) tokens.add(place(concept));
    for (const pair of pairsOf(conceptsBefore, concepts)) tokens.add(place(pair));
    if (concepts.length > 0) conceptsBefore = concepts;
  }
  return [...tokens];
}

/** The features with length one as a vector. */
export function normalise({ ids, values }: Pick<Features, 'ids' | 'values'>): UnitVector {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  const scaled = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) scaled[at] = (values[at] as number) / length;
  return { ids: new Int32Array(ids), values: scaled };
}

function add({ all, id, value, owner }: { all: Features; id: number; value: number; owner: number }): void {
  all.ids.push(id);
  all.values.push(value);
  all.owners.push(owner);
}

/** Pairs of two different concepts, in whichever order they stand. */
function pairsOf(before: readonly number[], now: readonly number[]): number[] {
  const pairs: number[] = [];
  for (const a of before)
    for (const b of now) if (a !== b) pairs.push(a < b ? pairInOrder(a, b) : pairInOrder(b, a));
  return pairs;
}

/** A hash of two hashes, another one the other way round. */
export function pairInOrder(first: number, second: number): number {
  return Math.imul(Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second, 0x297a2d39);
}

/** Hashes of the runs of three to five letters of a word, its ends marked. */
function hashLetters(word: string): number[] {
  const framed = `<${word}>`;
  const hashes: number[] = [];
  for (let length = minLetters; length <= maxLetters; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1)
      hashes.push(hash(framed, start, start + length));
  }
  return hashes;
}

/** FNV-1a of a part of a name. */
function hash(name: string, start = 0, end = name.length): number {
  let sum = 0x811c9dc5;
  for (let index = start; index < end; index += 1) sum = Math.imul(sum ^ name.charCodeAt(index), 0x01000193);
  return sum;
}

/** The place of a hash in a table; `places` is a power of two. */
export function place(hashed: number, places = tableSize): number {
  return (hashed ^ (hashed >>> 15)) & (places - 1);
}
