import { loadModel } from '../model.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { unwrap } from '../reading/unwrap.ts';
import { createDangerRules, type DangerWords } from './danger-rules.ts';
import { chanceOfDanger, createDangerVectors } from './danger-score.ts';

/** Whether a text tells of danger to people: gas, smoke, fire, flood, injury, threat, current, somebody trapped. */
export type TellsOfDanger = (text: string) => boolean;

/** What stands in a longer text behind this is not read. */
const maxLength = 6000;
/** With this chance a text tells of danger in words that the lists do not know. */
const enough = 0.6;
/** With this chance it does although the lists explain each word of danger in it, such as a fire door. */
const enoughExplained = 0.8;

/**
 * Reads the words of danger and the model, once: nobody's first text waits for it. What is quoted counts unless the
 * writer's own words say that it is over.
 */
export function createDangerFinder(): TellsOfDanger {
  const wordsOf = createDangerRules();
  const score = createScore();
  const tells = (text: string, { tell, dismiss }: DangerWords) => {
    if (tell) return true;
    return score(text) >= (dismiss ? enoughExplained : enough);
  };

  return text => {
    const [own, ...quoted] = unwrap(text.slice(0, maxLength));
    if (own === undefined) return false;
    const words = wordsOf(own);
    if (words.deny) return false;
    return tells(own, words) || (!words.denyQuoted && quoted.some(layer => tells(layer, wordsOf(layer))));
  };
}

/** The highest chance of the sentences of a text, and of all of them together. */
function createScore(): (text: string) => number {
  const model = loadModel();
  const vectorsOf = createDangerVectors({ model, lexicon: loadLexicon() });
  return text =>
    Math.max(0, ...vectorsOf(text).map(vector => chanceOfDanger({ model: model.danger, vector })));
}
