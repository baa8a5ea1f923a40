import type { Reader } from '../reading/reader.ts';
import { removePersonalWords } from './remove-personal-words.ts';

/** How corrections read texts: `clean` drops what is personal, `contentWords` are the stems two texts are compared by. */
export type TextReader = { clean(text: string): string; contentWords(text: string): string[] };

/** Below this many content words the stop words count too: "it is out" is not like every other text. */
const minWords = 2;

/** A text reader for which the words of the reader's vocabulary are ordinary words, not names. */
export function createTextReader({ read, knows }: Reader): TextReader {
  return {
    clean: text => removePersonalWords({ text, isKnown: knows }),
    contentWords: text => {
      const readings = read(text);
      const content = readings.filter(({ meaning }) => meaning.isContentWord);
      return (content.length < minWords ? readings : content).map(({ meaning }) => meaning.stem);
    },
  };
}
