import type { Lexicon } from './lexicon.ts';
import { createWordList, type WordList } from './word-list.ts';
import type { Word } from './words.ts';

/** Words of the examples: trusted ones, most frequent first, and those seen only once. */
export type Vocabulary = { trusted: WordList; rare: WordList };

type Texts = readonly (readonly Word[])[];

/** The words of texts; those of the thesaurus are trusted even if no text has them. */
export function collectVocabulary({ texts, lexicon }: { texts: Texts; lexicon: Lexicon }): Vocabulary {
  const seen = new Map(lexicon.thesaurus.words.map(word => [word, 2]));
  countWords({ texts, seen });
  return toVocabulary(seen);
}

function countWords({ texts, seen }: { texts: Texts; seen: Map<string, number> }): void {
  for (const words of texts) {
    for (const { folded } of words) seen.set(folded, (seen.get(folded) ?? 0) + 1);
  }
}

function toVocabulary(seen: ReadonlyMap<string, number>): Vocabulary {
  const words = [...seen].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return {
    trusted: createWordList(words.filter(([, times]) => times > 1).map(([word]) => word)),
    rare: createWordList(words.filter(([, times]) => times === 1).map(([word]) => word)),
  };
}
