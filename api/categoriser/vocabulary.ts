import type { Example } from './category.ts';
import { loadSlang, loadThesaurus } from './lexicon.ts';
import { readWords } from './words.ts';

/** Words of the examples: trusted ones, most frequent first, and those seen only once. */
export type Vocabulary = { trusted: string[]; rare: string[] };

/** Collects the words of the examples; a word of the thesaurus is trusted without being seen. */
export function collectVocabulary(examples: readonly Example[]): Vocabulary {
  const slang = loadSlang();
  const seen = new Map(loadThesaurus().words.map(word => [word, 2]));
  for (const { text } of examples) {
    for (const { folded } of readWords({ text, slang })) seen.set(folded, (seen.get(folded) ?? 0) + 1);
  }
  const words = [...seen]
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([word]) => word);
  return {
    trusted: words.filter(word => (seen.get(word) ?? 0) > 1),
    rare: words.filter(word => seen.get(word) === 1),
  };
}
