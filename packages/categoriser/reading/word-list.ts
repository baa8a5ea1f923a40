import { hashName } from './features.ts';
import { indexOfSorted } from './sorted.ts';

/** Words in an order that matters. They are looked up by their hashes, so that a start need not read them. */
export type WordList = { hashes: Int32Array; words(): readonly string[] };

/** A list of these words. */
export function createWordList(words: readonly string[]): WordList {
  return { hashes: Int32Array.from(words, word => hashName(word)).sort(), words: () => words };
}

/** Whether a word is in the list; one in 100,000 of those that are not has the hash of one that is. */
export function hasWord({ hashes }: WordList, word: string): boolean {
  return indexOfSorted(hashes, hashName(word)) >= 0;
}
