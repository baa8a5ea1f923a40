import { foldedWords } from '../reading/fold.ts';
import { negators } from '../reading/negators.ts';
import type { Word } from '../reading/words.ts';

/** Behind a verb: "es brennt nicht". */
const following = foldedWords('nicht nichts pas keiner niemand');

/** Between a negation and what it negates, without a meaning of their own. */
const fillers =
  foldedWords(`a an the any more real really actually sign signs of been is was were be being seriously badly di del
  della e ci stato stata piu alcun der die das ein eine einen wurde ist war etwas von mehr de la el un una hay ha sido
  ningun du le les il y avoir ete a est danger evidence trace on in under noch`);

/** As typed, because "e" joins and "è" does not. */
const joiners =
  foldedWords(`and but because so while und aber weil denn sondern e ed ma perche y pero porque sino et mais car though
  although since there theres where`);

/** What cannot be done against a danger, or is not known of it, leaves the danger: "we can't stop the bleeding". */
const helpless =
  foldedWords(`stop stopping extinguish escape control contain sure certain loschen geloscht stoppen gestoppt aufhalten
  entkommen sicher spegnere fermare sicuro sicura apagar parar detener escapar controlar seguro segura eteindre arreter
  stopper maitriser`);

const maxWords = 1;
const maxClauseWords = 8;
/** Behind "nicht": "das Feuer nicht mehr selbst löschen". */
const maxWordsToVerb = 3;

type IsNegatedInput = { words: readonly Word[]; at: number };

/** Whether a word stands behind a negation in its own clause, or directly before one, and that denies it. */
export function isNegated({ words, at }: IsNegatedInput): boolean {
  const clause = words[at]?.clause;
  const next = words[at + 1];
  if (next?.clause === clause && next !== undefined && following.has(next.folded))
    return !words
      .slice(at + 2, at + 2 + maxWordsToVerb)
      .some(word => word.clause === clause && helpless.has(word.folded));
  let passed = 0;
  for (let before = at - 1; before >= Math.max(0, at - maxClauseWords); before -= 1) {
    const word = words[before];
    if (word === undefined || word.clause !== clause) return false;
    if (negators.has(word.folded)) return true;
    if (joiners.has(word.typed) || helpless.has(word.folded)) return false;
    if (!fillers.has(word.folded)) passed += 1;
    if (passed > maxWords) return false;
  }
  return false;
}
