import { createStemmer } from '../models/natural.ts';
import { type Turn, turnOf } from './clauses.ts';
import { describeWord, type WordFeatures } from './features.ts';
import type { Spelling } from './spelling.ts';
import { stopWords } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';

/** What is known of a word in any text: what was meant, whether that carries a topic, its features. */
export type Meaning = {
  folded: string;
  stem: string;
  isContentWord: boolean;
  isKnown: boolean;
  turn: Turn;
  features: WordFeatures;
};

type CreateMeaningsInput = { spelling: Spelling; thesaurus: Thesaurus; maxRemembered?: number };

/** A function from folded words to meanings, misspelled ones corrected; caches up to `maxRemembered` of them. */
export function createMeanings(input: CreateMeaningsInput): (word: string) => Meaning {
  const { spelling, thesaurus, maxRemembered = Number.POSITIVE_INFINITY } = input;
  const stemOf = createStemmer();
  const remembered = new Map<string, Meaning>();
  return word => {
    const found = remembered.get(word);
    if (found) return found;
    const meaning = lookUp(word);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(word, meaning);
    return meaning;
  };

  function lookUp(word: string): Meaning {
    const ownConcepts = thesaurus.conceptsOf(word);
    const isWord = ownConcepts.length > 0 || spelling.trusts(word);
    const folded = isWord ? word : spelling.correct(word);
    const concepts = folded === word ? ownConcepts : thesaurus.conceptsOf(folded);
    const stem = stemOf(folded);
    const isContentWord = !stopWords.has(folded);
    return {
      folded,
      stem,
      isContentWord,
      isKnown: concepts.length > 0 || (isContentWord && spelling.knows(folded)),
      turn: turnOf(folded),
      features: describeWord({ folded, stem, concepts, themes: concepts.map(thesaurus.themeOf) }),
    };
  }
}
