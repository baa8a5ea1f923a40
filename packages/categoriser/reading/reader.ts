import type { Model } from '../model.ts';
import { splitClauses, splitSentences } from './clauses.ts';
import type { WeighedWord } from './features.ts';
import { findAsides } from './find-asides.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { createMeanings, type Meaning } from './meanings.ts';
import { createRelevance } from './relevance.ts';
import { createSalience, weighClauses } from './salience.ts';
import { createSpelling } from './spelling.ts';
import { unwrap } from './unwrap.ts';
import { readWords, type Word } from './words.ts';

/**
 * A word of a text as typed, with its meaning, the chance that its clause names the problem, the chance that its
 * sentence reports something, and the weight of both.
 */
export type Reading = WeighedWord & {
  typed: string;
  /** Where it starts in the text without its wrapping. */
  start: number;
  clause: number;
  sentence: number;
  line: number;
  meaning: Meaning;
  chance: number;
  relevance: number;
};

/** Reads texts, also those that are split into words already. */
export type Reader = {
  read(text: string): Reading[];
  understand(words: readonly Word[]): Reading[];
  /** Whether a word, as typed, is in the vocabulary. */
  knows(word: string): boolean;
};

/** The words of a sentence, and the chance that it reports something. */
type Sentence = { words: readonly Reading[]; chance: number };

type CreateReaderInput = {
  model: Pick<Model, 'vocabulary' | 'salience' | 'relevance'>;
  lexicon: Lexicon;
  maxRemembered?: number;
};

/** What is quoted is read too unless a clause before it names a problem, or a sentence reports something, with this chance. */
const minChance = 0.4;

/** What chance is left to a sentence that stands aside from the matter. */
const asideShare = 0.2;

/** A reader that knows the words of a model and caches the meanings of up to `maxRemembered` of them. */
export function createReader(input: CreateReaderInput): Reader {
  const { model, lexicon, maxRemembered = 3000 } = input;
  const { trusted, rare } = model.vocabulary;
  const spelling = createSpelling({ trusted: [trusted], rare });
  const salience = createSalience(model.salience);
  const relevance = createRelevance(model.relevance);
  const meaningOf = createMeanings({ spelling, thesaurus: lexicon.thesaurus, maxRemembered });
  return { read, understand, knows: word => spelling.knows(fold(word)) };

  function read(text: string): Reading[] {
    const sentences: Sentence[] = [];
    for (const layer of unwrap(text)) {
      for (const words of splitSentences(understand(readWords({ text: layer, slang: lexicon.slang }))))
        sentences.push({ words, chance: relevance.chanceOf(words) });
      if (sentences.some(reportsSomething)) break;
    }
    weighAsides(sentences);
    const factors = relevance.factorsOf(
      sentences.map(({ words: [first], chance }) => ({ chance, isLater: (first?.line ?? 0) > 0 })),
    );
    sentences.forEach(({ words, chance }, sentence) => {
      const factor = factors[sentence] ?? 1;
      for (const word of words)
        Object.assign(word, { sentence, relevance: chance, weight: word.weight * factor });
    });
    return sentences.flatMap(({ words }) => words);
  }

  function understand(words: readonly Word[]): Reading[] {
    const readings = words.map(({ folded, typed, start, clause, sentence, line }): Reading => {
      const meaning = meaningOf(folded);
      const { features } = meaning;
      return { typed, start, clause, sentence, line, meaning, features, chance: 1, relevance: 1, weight: 1 };
    });
    const clauses = splitClauses(readings);
    const chances = salience(clauses);
    const weights = weighClauses(chances);
    clauses.forEach((words, clause) => {
      const [chance = 1, weight = 1] = [chances[clause], weights[clause]];
      for (const word of words) Object.assign(word, { clause, chance, weight });
    });
    return readings;
  }
}

/** What stands before the matter is announced, or after it is closed, seldom reports anything. */
function weighAsides(sentences: readonly Sentence[]): void {
  const isAside = findAsides({ sentences, minChance });
  sentences.forEach((sentence, at) => {
    if (isAside[at]) sentence.chance *= asideShare;
  });
}

function reportsSomething({ words, chance: ofSentence }: Sentence): boolean {
  return words.some(({ meaning, chance }) => meaning.isKnown && Math.max(chance, ofSentence) >= minChance);
}
