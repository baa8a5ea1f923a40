import { fold } from './reading/fold.ts';
import type { Reading } from './reading/reader.ts';

/** Words that join clauses, the same matter or another one. */
const and = wordsOf('and und e ed y et');

/** Words that begin another matter wherever they stand. */
const adding =
  wordsOf(`besides additionally furthermore moreover ausserdem zudem weiterhin ferner ubrigens inoltre
  ademas asimismo ensuite`);

/** The same where a clause begins with them: "plus", "second" and "auch" mean other things elsewhere. */
const addingFirst =
  wordsOf(`also plus another second secondly btw separately auch zweitens dazu anche poi secondo
  tambien otra segundo aussi puis deuxiemement`);

/** Two words that do the same, or the first two of three. */
const phrases = new Set(
  `by the,on another,apart from,aside from,other than,while you,noch etwas,noch was,etwas anderes,tra altro,altra cosa,
  altra questione,in piu,por cierto,por otro,por otra,otro lado,aparte de,otra cosa,au fait,par ailleurs,autre part,
  autre chose,de plus,en outre,en plus`.split(/,\s*/),
);

/** "e-mail", and French "il y a". */
const lookalikes = new Set(['e mail', 'e mails', 'y a', 'y avait', 'y en']);

/** A clause that begins with one of these explains what stands before it, or takes it back. */
const depending =
  wordsOf(`but so because though whereas therefore thus instead only just except than or nor neither
  yet however nevertheless nonetheless unless says said maybe perhaps probably presumably apparently otherwise aber
  sondern sodass denn deshalb daher nur statt oder doch jedoch dennoch trotzdem allerdings vielleicht wahrscheinlich
  vermutlich anscheinend sonst ma tuttavia eppure pero perche quindi percio invece solo o oppure forse probabilmente
  altrimenti mas porque asi sino quiza quizas probablemente mais car donc sauf seulement pourtant cependant toutefois
  neanmoins sinon`);

/** The same inside of a sentence; at its beginning they are articles, or explain what follows. */
const dependingInside =
  wordsOf(`since as although while whatever whenever when if that which who whose where until
  before after weil da obwohl wahrend wenn als dass welche wo bis bevor nachdem ob siccome sebbene mentre
  quando se che quale dove finche ya aunque mientras cuando si que quien donde hasta parce puisque tandis quand
  qui ou jusque`);

/** A clause that begins with one of these goes on about what stands before it. */
const referring =
  wordsOf(`it its this that thats they them he she then now nobody nothing none never no es dies man
  niemand keiner nichts nie jetzt nun dann dort nessuno niente nulla mai ora adesso esto eso nadie nada nunca ahora ca
  cela ce elle personne rien jamais maintenant`);

/** No opening is longer, in words. */
const maxOpening = 8;

/** How a run of words begins: with another matter, with what depends on the words before, or refers to them. */
export type Opening = { adds: boolean; depends: boolean; refers: boolean; isWhole: boolean };

type OpeningOfInput = { readings: readonly Reading[]; beginsSentence: boolean };

/** How these words begin; `isWhole` if they are nothing else than joining words. */
export function openingOf({ readings, beginsSentence }: OpeningOfInput): Opening {
  const words = wordsIn(readings.slice(0, maxOpening));
  let at = 0;
  for (let step = countJoining(words); step > 0; step = countJoining(words.slice(at))) at += step;
  const word = words[at] ?? '';
  return {
    adds: words.slice(0, at).some(one => !and.has(one)),
    depends: depending.has(word) || (at === 0 && !beginsSentence && dependingInside.has(word)),
    refers: referring.has(word),
    isWhole: at >= words.length,
  };
}

/** How many of these words, from the first on, join another matter. */
function countJoining([word = '', next = '']: readonly string[]): number {
  const both = `${word} ${next}`;
  if (phrases.has(both)) return 2;
  return !lookalikes.has(both) && (and.has(word) || adding.has(word) || addingFirst.has(word)) ? 1 : 0;
}

/** Whether a text may be cut before this word in the middle of a clause. */
export function joinsAt({ readings, at }: { readings: readonly Reading[]; at: number }): boolean {
  const [word = ''] = wordsIn(readings.slice(at, at + 1));
  if (!and.has(word) && !adding.has(word)) return false;
  const [, next = ''] = wordsIn(readings.slice(at, at + 2));
  return !lookalikes.has(`${word} ${next}`);
}

/** The words as typed, folded: corrected, "inoltre" might be another word. Only slang for "and" is spelled out, and "è" kept apart. */
function wordsIn(readings: readonly Reading[]): string[] {
  return readings
    .filter(({ start }, at) => start !== readings[at - 1]?.start)
    .map(({ typed, meaning }) => (meaning.folded === 'and' ? 'and' : typed === 'è' ? typed : fold(typed)));
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
