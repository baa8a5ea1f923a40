import type { Reader } from '../reading/reader.ts';
import { removePersonalWords } from './remove-personal-words.ts';

/** How corrections read texts: `clean` drops what is personal, `tellingWords` keeps what tells one report from another. */
export type TextReader = { clean(text: string): string; tellingWords(text: string): string[] };

/** Below this many telling words the stop words count too: "it is out" is not every text. */
const minWords = 2;

/** A text reader that takes the words the reader knows for ordinary ones. */
export function createTextReader({ read, knows }: Reader): TextReader {
  return {
    clean: text => removePersonalWords({ text, isKnown: knows }),
    tellingWords: text => {
      const readings = read(text);
      const telling = readings.filter(({ meaning }) => meaning.isTelling);
      return (telling.length < minWords ? readings : telling).map(({ meaning }) => meaning.stem);
    },
  };
}
