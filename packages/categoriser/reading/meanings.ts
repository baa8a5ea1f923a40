import { LRUCache } from 'lru-cache';
import { createStemmer } from '../models/natural.ts';
import { type Stance, stanceOf } from './all-right.ts';
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
  stance: Stance;
  features: WordFeatures;
};

/** Room for every word of the seeds and corrections, which training reads again and again. */
export const maxTrainingWords = 100_000;

type CreateMeaningsInput = { spelling: Spelling; thesaurus: Thesaurus; maxRemembered: number };

/** A function from folded words to meanings, misspelled ones corrected; caches up to `maxRemembered` of them. */
export function createMeanings(input: CreateMeaningsInput): (word: string) => Meaning {
  const { spelling, thesaurus, maxRemembered } = input;
  const stemOf = createStemmer();
  const remembered = new LRUCache<string, Meaning>({ max: maxRemembered, memoMethod: lookUp });
  return word => remembered.memo(word);

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
      stance: stanceOf(folded),
      features: describeWord({ folded, stem, concepts, themes: concepts.map(thesaurus.themeOf) }),
    };
  }
}
