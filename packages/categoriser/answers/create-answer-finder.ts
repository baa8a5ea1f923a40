import { createStemmer } from '../models/natural.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { stopWords } from '../reading/stop-words.ts';
import { unwrap } from '../reading/unwrap.ts';
import { readWords } from '../reading/words.ts';

/** An answer as the campus file has it; one without `when` is found for nothing. */
type KnownAnswer = { title: string; when: string | null };

/** The place of the answer whose words a text says clearly; undefined where it says those of none. */
export type FindAnswer = (text: string) => number | undefined;

/** A word of `when`; it weighs more where the title has it too, and is said itself. */
type AnswerWord = { stem: string; meanings: readonly string[]; weight: number };

/** Two words, or one that the answer is called after, are clear; one of several is not. */
const minWeight = 2;

/** Spelt out, names such as eduroam would become what they mean. */
const noSlang: ReadonlyMap<string, string> = new Map();

/** Finds the answer for a text in any of the five languages: "no entra en eduroam" says what "eduroam login" says. */
export function createAnswerFinder(answers: readonly KnownAnswer[]): FindAnswer {
  const { thesaurus } = loadLexicon();
  const stemOf = createStemmer();
  const known = answers.map(({ title, when }) => wordsOf({ title, when: when ?? '' }));

  return text => {
    const said = marksIn(unwrap(text)[0] ?? '');
    const weights = known.map(words => weightOf({ words, said }));
    const most = Math.max(0, ...weights);
    return most < minWeight ? undefined : weights.indexOf(most);
  };

  function wordsOf({ title, when }: { title: string; when: string }): AnswerWord[] {
    const inTitle = new Set(marksIn(title).flatMap(([stem = '']) => [stem]));
    return marksIn(when).map(([stem = '', ...meanings]) => ({
      stem,
      meanings,
      weight: inTitle.has(stem) ? minWeight : 1,
    }));
  }

  /** The stem of each word, and what it means. */
  function marksIn(text: string): string[][] {
    const words = readWords({ text, slang: noSlang }).filter(({ folded }) => !stopWords.has(folded));
    return words.map(({ folded }) => [
      stemOf(folded),
      ...thesaurus.conceptsOf(folded).map(name => `=${name}`),
    ]);
  }
}

/** What of an answer's words is said; a word of the text stands for one of them, however many it means. */
function weightOf({ words, said }: { words: readonly AnswerWord[]; said: readonly string[][] }): number {
  const left = new Set(words);
  let weight = 0;
  for (const [stem, ...meanings] of said) {
    const named = [...left].find(word => word.stem === stem);
    const meant = named ?? [...left].find(word => word.meanings.some(meaning => meanings.includes(meaning)));
    if (meant === undefined) continue;
    left.delete(meant);
    weight += meant === named ? meant.weight : 1;
  }
  return weight;
}
