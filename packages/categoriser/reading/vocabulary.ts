import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** Words of the examples: trusted ones, most frequent first, and those seen only once. */
export type Vocabulary = { trusted: string[]; rare: string[] };

type Texts = readonly (readonly Word[])[];

/** The words of texts; those of the thesaurus are trusted even if no text has them. */
export function collectVocabulary({ texts, lexicon }: { texts: Texts; lexicon: Lexicon }): Vocabulary {
  const seen = new Map(lexicon.thesaurus.words.map(word => [word, 2]));
  countWords({ texts, seen });
  return toVocabulary(seen);
}

type ExtendVocabularyInput = { vocabulary: Vocabulary; texts: Texts };

/** The vocabulary with the words of further texts added, after those that were trusted before. */
export function extendVocabulary({ vocabulary, texts }: ExtendVocabularyInput): Vocabulary {
  const trusted = new Set(vocabulary.trusted);
  const seen = new Map(vocabulary.rare.map(word => [word, 1]));
  countWords({ texts, seen, except: trusted });
  const more = toVocabulary(seen);
  return { trusted: [...trusted, ...more.trusted], rare: more.rare };
}

function countWords(input: { texts: Texts; seen: Map<string, number>; except?: ReadonlySet<string> }): void {
  const { texts, seen, except } = input;
  for (const words of texts) {
    for (const { folded } of words) if (!except?.has(folded)) seen.set(folded, (seen.get(folded) ?? 0) + 1);
  }
}

function toVocabulary(seen: ReadonlyMap<string, number>): Vocabulary {
  const words = [...seen].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return {
    trusted: words.filter(([, times]) => times > 1).map(([word]) => word),
    rare: words.filter(([, times]) => times === 1).map(([word]) => word),
  };
}
