import type { Model } from '../model.ts';
import { splitClauses } from './clauses.ts';
import type { WeighedWord } from './features.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { createMeanings, type Meaning } from './meanings.ts';
import { createSalience } from './salience.ts';
import { createSpelling } from './spelling.ts';
import { readWords, type Word } from './words.ts';

/** A word of a text as typed, with its meaning and the weight of its clause. */
export type Reading = WeighedWord & { typed: string; clause: number; meaning: Meaning };

/** Reads texts, also those that are split into words already. */
export type Reader = {
  read(text: string): Reading[];
  understand(words: readonly Word[]): Reading[];
  /** Whether a word, as typed, is in the vocabulary. */
  knows(word: string): boolean;
};

type CreateReaderInput = {
  model: Pick<Model, 'vocabulary' | 'salience'>;
  lexicon: Lexicon;
  maxRemembered?: number;
};

/** A reader that knows the words of a model and caches the meanings of up to `maxRemembered` of them. */
export function createReader(input: CreateReaderInput): Reader {
  const { model, lexicon, maxRemembered = 3000 } = input;
  const spelling = createSpelling(model.vocabulary);
  const weigh = createSalience(model.salience);
  const meaningOf = createMeanings({ spelling, thesaurus: lexicon.thesaurus, maxRemembered });
  return {
    read: text => understand(readWords({ text, slang: lexicon.slang })),
    understand,
    knows: word => spelling.knows(fold(word)),
  };

  function understand(words: readonly Word[]): Reading[] {
    const readings = words.map(({ typed, folded, clause }): Reading => {
      const meaning = meaningOf(folded);
      return { typed, clause, meaning, weight: 1, features: meaning.features };
    });
    const clauses = splitClauses(readings);
    if (clauses.length < 2) return readings;
    const weights = weigh(clauses);
    return clauses.flatMap((clause, at) => clause.map(reading => withWeight(reading, weights[at] ?? 1)));
  }
}

function withWeight({ typed, clause, meaning, features }: Reading, weight: number): Reading {
  return { typed, clause, meaning, weight, features };
}
