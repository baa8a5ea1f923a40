import { weighClauses } from './clauses.ts';
import { extractFeatures, extractTokens, type Features, placeLetters, type Reading } from './features.ts';
import { loadSlang, loadThesaurus } from './lexicon.ts';
import { createStemmer } from './natural.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { stopWords } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords } from './words.ts';

/** A text as the models see it; `known` counts its words that carry a topic. */
export type ReadText = { readings: Reading[]; features: Features; tokens: string[]; known: number };

export type Reader = (text: string) => ReadText;

/** What is known of a word wherever it stands. */
type Meaning = Pick<Reading, 'folded' | 'stem' | 'concepts' | 'themes' | 'letters'>;

const mostRemembered = 5000;

/** A reader that knows the words of a model, with the slang and the thesaurus that ship with the code. */
export function loadReader(vocabulary: Vocabulary): Reader {
  const slang = loadSlang();
  const spelling = createSpelling(vocabulary);
  const meaningOf = createMeanings({ spelling, thesaurus: loadThesaurus() });
  return text => {
    const words = weighClauses(readWords({ text, slang }));
    const readings = words.map(({ typed, folded: read, clause, weight }): Reading => {
      const { folded, stem, concepts, themes, letters } = meaningOf(read);
      return { typed, folded, clause, weight, stem, concepts, themes, letters };
    });
    return {
      readings,
      features: extractFeatures(readings),
      tokens: extractTokens(readings),
      known: readings.filter(isKnown).length,
    };
  };

  function isKnown({ folded, concepts }: Reading): boolean {
    return concepts.length > 0 || (spelling.knows(folded) && !stopWords.has(folded));
  }
}

/** Stem and concepts of words, corrected where they are no word; remembers the last few thousand. */
function createMeanings({ spelling, thesaurus }: { spelling: Spelling; thesaurus: Thesaurus }) {
  const stem = createStemmer();
  const remembered = new Map<string, Meaning>();
  return (word: string): Meaning => {
    const found = remembered.get(word);
    if (found) return found;
    const meaning = look(word);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, meaning);
    return meaning;
  };

  function look(word: string): Meaning {
    const isWord = spelling.trusts(word) || thesaurus.conceptsOf(word).length > 0;
    const folded = isWord ? word : spelling.correct(word);
    const concepts = thesaurus.conceptsOf(folded);
    return {
      folded,
      stem: stem(folded),
      concepts,
      themes: concepts.map(thesaurus.themeOf),
      letters: placeLetters(folded),
    };
  }
}
