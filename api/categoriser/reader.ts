import { weighClauses } from './clauses.ts';
import { extractFeatures, extractTokens, type Features, type Reading } from './features.ts';
import { createStemmer } from './natural.ts';
import type { Spelling } from './spelling.ts';
import { stopWords } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';
import { readWords } from './words.ts';

/** A text as the models see it. */
export type ReadText = { readings: Reading[]; features: Features; tokens: string[]; known: number };

export type Reader = (text: string) => ReadText;

/** Everything that helps to read a text, loaded once. */
export type Lexicon = { slang: ReadonlyMap<string, string>; thesaurus: Thesaurus; spelling: Spelling };

const mostCorrections = 30;

/** A function that turns a text into what the models see; `known` counts its words that carry a topic. */
export function createReader({ slang, thesaurus, spelling }: Lexicon): Reader {
  const stem = createStemmer();
  return text => {
    let corrections = 0;
    const readings = weighClauses(readWords({ text, slang })).map(word => {
      const folded = correct(word.folded);
      const concepts = thesaurus.conceptsOf(folded);
      const themes = concepts.map(thesaurus.themeOf);
      return { ...word, folded, stem: stem(folded), concepts, themes };
    });
    return {
      readings,
      features: extractFeatures(readings),
      tokens: extractTokens(readings),
      known: readings.filter(isKnown).length,
    };

    function correct(word: string): string {
      if (spelling.trusts(word) || thesaurus.conceptsOf(word).length > 0 || corrections >= mostCorrections)
        return word;
      corrections += 1;
      return spelling.correct(word);
    }
  };

  function isKnown({ folded, concepts }: Reading): boolean {
    return concepts.length > 0 || (spelling.knows(folded) && !stopWords.has(folded));
  }
}
