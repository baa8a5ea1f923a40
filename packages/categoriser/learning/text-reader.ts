import type { Reader, Reading } from '../reading/reader.ts';
import { removePersonalWords } from './remove-personal-words.ts';

type TextReader = {
  /** The words of a text without what is personal in it. */
  readCorrected(text: string): Reading[];
  /** The stems that two texts are compared by. */
  wordsOf(readings: readonly Reading[]): ReadonlySet<string>;
};

/** Below this many content words the stop words count too: "it is out" is not like every other text. */
const minWords = 2;

/** How corrections are read; the words of the reader's vocabulary are ordinary words, not names. */
export function createTextReader({ read, knows }: Reader): TextReader {
  return {
    readCorrected: text => read(removePersonalWords({ text, isKnown: knows })),
    wordsOf: readings => {
      const content = readings.filter(({ meaning }) => meaning.isContentWord);
      return new Set((content.length < minWords ? readings : content).map(({ meaning }) => meaning.stem));
    },
  };
}
