import { fold } from '../fold.ts';
import { loadReader } from '../reader.ts';
import { createSpelling } from '../spelling.ts';
import { stopWords } from '../stop-words.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { removePersonalWords } from './remove-personal-words.ts';

/** How corrections read texts: `clean` drops what is personal, `tellingWords` keeps what tells one report from another. */
export type TextReader = { clean(text: string): string; tellingWords(text: string): string[] };

/** Below this many telling words the stop words count too: "it is out" is not every text. */
const fewestWords = 2;

/** A text reader that takes the words of the vocabulary for ordinary ones. */
export function createTextReader(vocabulary: Vocabulary): TextReader {
  const read = loadReader(vocabulary);
  const spelling = createSpelling(vocabulary);
  return {
    clean: text => removePersonalWords({ text, isKnown: word => spelling.knows(fold(word)) }),
    tellingWords: text => {
      const { readings } = read(text);
      const telling = readings.filter(({ folded }) => !stopWords.has(folded));
      return (telling.length < fewestWords ? readings : telling).map(({ stem }) => stem);
    },
  };
}
