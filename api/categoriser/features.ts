import { stopWords } from './stop-words.ts';
import type { Word } from './words.ts';

/** A word after reading: stem, concepts and themes beside the letters. */
export type Reading = Word & {
  stem: string;
  concepts: readonly string[];
  themes: readonly string[];
  /** Places of its runs of three to five letters. */
  letters: readonly number[];
};

/** Weighted features of a text, each owned by the word it came from; ids are places in the table of weights. */
export type Features = { ids: number[]; values: number[]; owners: number[] };

/** Places in the table of weights: names of features are hashed into it, so that no name has to be stored. */
export const tableSize = 2 ** 17;

const share = { stopWord: 0.3, wordPair: 0.7, letters: 1, concept: 1.5, theme: 0.5, conceptPair: 1.5 };
const shortestLetters = 3;
const longestLetters = 5;

/** What the linear model sees of a text: stems, word pairs, letters, concepts, themes and pairs of concepts. */
export function extractFeatures(readings: readonly Reading[]): Features {
  const features: Features = { ids: [], values: [], owners: [] };
  let before = '^';
  let conceptsBefore: readonly string[] = [];
  readings.forEach((reading, owner) => {
    const { stem, concepts, themes, weight } = reading;
    const isStopWord = stopWords.has(reading.folded);
    const add = (name: string, value: number) =>
      addFeature({ features, id: place(name), value: value * weight, owner });
    add(`w${stem}`, isStopWord ? share.stopWord : 1);
    add(`b${before} ${stem}`, share.wordPair);
    if (!isStopWord) addLetters({ features, reading, owner });
    for (const concept of concepts) add(`c${concept}`, share.concept / concepts.length);
    for (const theme of themes) add(`t${theme}`, share.theme / themes.length);
    for (const pair of pairs(conceptsBefore, concepts)) {
      add(`p${pair}`, share.conceptPair / concepts.length / conceptsBefore.length);
    }
    before = stem;
    if (concepts.length > 0) conceptsBefore = concepts;
  });
  return features;
}

/** What Bayes sees of a text: the stems, concepts and pairs of concepts that count, each once. */
export function extractTokens(readings: readonly Reading[]): string[] {
  const tokens = new Set<string>();
  let conceptsBefore: readonly string[] = [];
  for (const { folded, stem, concepts, weight } of readings) {
    if (weight < 0.5) continue;
    if (!stopWords.has(folded)) tokens.add(`w${stem}`);
    for (const concept of concepts) tokens.add(`c${concept}`);
    for (const pair of pairs(conceptsBefore, concepts)) tokens.add(`p${pair}`);
    if (concepts.length > 0) conceptsBefore = concepts;
  }
  return [...tokens];
}

function pairs(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap(a => second.filter(b => a !== b).map(b => (a < b ? `${a}+${b}` : `${b}+${a}`)));
}

function addLetters({
  features,
  reading,
  owner,
}: {
  features: Features;
  reading: Reading;
  owner: number;
}): void {
  const value = (share.letters * reading.weight) / Math.sqrt(Math.max(1, reading.letters.length));
  for (const id of reading.letters) addFeature({ features, id, value, owner });
}

/** Places of the runs of three to five letters of a word, its ends marked. */
export function placeLetters(word: string): number[] {
  const framed = `<${word}>`;
  const places: number[] = [];
  for (let length = shortestLetters; length <= longestLetters; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1)
      places.push(place(framed, start, start + length));
  }
  return places;
}

function addFeature(input: { features: Features; id: number; value: number; owner: number }): void {
  input.features.ids.push(input.id);
  input.features.values.push(input.value);
  input.features.owners.push(input.owner);
}

/** FNV-1a of a part of a name, folded into the table. */
function place(name: string, start = 0, end = name.length): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & (tableSize - 1);
}
