import { type LinearModel, scoreLinear } from '../models/linear-model.ts';
import { splitSentences } from '../reading/clauses.ts';
import { extractFeatures, normalise } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { createMeanings } from '../reading/meanings.ts';
import { createSpelling } from '../reading/spelling.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { WordList } from '../reading/word-list.ts';
import { readWords } from '../reading/words.ts';

/** Tells sentences that report a present danger to people from all others. */
export type DangerModel = LinearModel;

/** Labels of the danger model: the indexes of its two columns. */
export const harmless = 0;
export const danger = 1;

type DangerVector = ReturnType<typeof normalise>;

/** What is known of spelling where danger is looked for. */
export type DangerSpelling = { vocabulary: Vocabulary; dangerWords: WordList };

type CreateDangerVectorsInput = {
  model: DangerSpelling;
  lexicon: Lexicon;
  maxRemembered?: number;
};

/** A function from a text to what the danger model sees of it: each sentence, and of several all of them together. */
export function createDangerVectors(input: CreateDangerVectorsInput): (text: string) => DangerVector[] {
  const { model, lexicon, maxRemembered = 3000 } = input;
  const { slang, thesaurus } = lexicon;
  const { trusted, rare } = model.vocabulary;
  const spelling = createSpelling({ trusted: [trusted, model.dangerWords], rare });
  const meaningOf = createMeanings({ spelling, thesaurus, maxRemembered });
  return text => {
    const sentences = eachOnce(splitSentences(readWords({ text, slang })));
    return [...sentences, ...(sentences.length > 1 ? [sentences.flat()] : [])].map(words =>
      normalise(
        extractFeatures(words.map(({ folded }) => ({ weight: 1, features: meaningOf(folded).features }))),
      ),
    );
  };
}

/** Who writes the same sentence ten times makes it no more dangerous. */
function eachOnce<Word extends { folded: string }>(sentences: Word[][]): Word[][] {
  return [...new Map(sentences.map(words => [words.map(({ folded }) => folded).join(' '), words])).values()];
}

/** The chance that a sentence, or a text as a whole, tells of danger. */
export function chanceOfDanger({ model, vector }: { model: DangerModel; vector: DangerVector }): number {
  const scores = scoreLinear({ model, vector });
  return 1 / (1 + Math.exp((scores[harmless] ?? 0) - (scores[danger] ?? 0)));
}
