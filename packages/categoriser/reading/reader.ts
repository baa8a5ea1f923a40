import type { Model } from '../model.ts';
import { splitClauses } from './clauses.ts';
import type { WeighedWord } from './features.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { createMeanings, type Meaning } from './meanings.ts';
import { createSalience, weighClauses } from './salience.ts';
import { createSpelling } from './spelling.ts';
import { unwrap } from './unwrap.ts';
import { readWords, type Word } from './words.ts';

/** A word of a text as typed, with its meaning, the chance that its clause names the problem, and the weight of that. */
export type Reading = WeighedWord & { typed: string; sentence: number; meaning: Meaning; chance: number };

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

/** What is quoted is read too unless a clause before it names a problem with this chance. */
const minChance = 0.4;

/** A reader that knows the words of a model and caches the meanings of up to `maxRemembered` of them. */
export function createReader(input: CreateReaderInput): Reader {
  const { model, lexicon, maxRemembered = 3000 } = input;
  const spelling = createSpelling(model.vocabulary);
  const salience = createSalience(model.salience);
  const meaningOf = createMeanings({ spelling, thesaurus: lexicon.thesaurus, maxRemembered });
  return { read, understand, knows: word => spelling.knows(fold(word)) };

  function read(text: string): Reading[] {
    let readings: Reading[] = [];
    for (const layer of unwrap(text)) {
      readings = [...readings, ...understand(readWords({ text: layer, slang: lexicon.slang }))];
      if (readings.some(({ meaning, chance }) => meaning.isKnown && chance >= minChance)) break;
    }
    return readings;
  }

  function understand(words: readonly Word[]): Reading[] {
    const clauses = splitClauses(words.map(word => ({ ...word, meaning: meaningOf(word.folded) })));
    const chances = salience(clauses);
    const weights = weighClauses(chances);
    return clauses.flatMap((clause, at) => {
      const [chance = 1, weight = 1] = [chances[at], weights[at]];
      return clause.map(({ typed, sentence, meaning }): Reading => {
        return { typed, sentence, meaning, features: meaning.features, chance, weight };
      });
    });
  }
}
