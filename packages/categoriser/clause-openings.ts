import { fold } from './reading/fold.ts';
import type { Reading } from './reading/reader.ts';
import { stopWords } from './reading/stop-words.ts';

/** Words that join clauses, the same matter or another one. */
const and = wordsOf('and und e ed y et');

/** Words that begin another matter wherever they stand. */
const adding =
  wordsOf(`besides additionally furthermore moreover ausserdem zudem weiterhin ferner ubrigens zusatzlich
  nebenbei obendrein inoltre oltretutto ademas asimismo ensuite`);

/** The same where a clause begins with them: "plus", "second" and "auch" mean other things elsewhere. */
const addingFirst =
  wordsOf(`also plus another second secondly btw separately unrelated lastly ps pps pd auch zweitens dazu
  ansonsten weiteres anche poi secondo infine dimenticavo tambien otra otro segundo encima aussi puis autre egalement
  deuxiemement`);

/** Only where a sentence begins with it: inside of one it means "or else". */
const addingSentence = new Set(['sinon']);

/** Two or three words that do the same, or the first of more. */
const phrases = new Set(
  `by the,on another,apart from,aside from,other than,while you,while im,while ive,while were,since im,since ive,on top,
  in addition,oh and,one more,whats more,as for,different matter,different topic,completely unrelated,totally unrelated,
  p s,noch etwas,noch was,noch ein,noch eine,noch eins,etwas anderes,anderes thema,andere sache,ganz anderes,ganz andere,
  zum anderen,daruber hinaus,hinzu kommt,im ubrigen,des weiteren,davon abgesehen,abgesehen davon,wo ich schon,oh und,
  tra altro,altra cosa,altra questione,altro problema,in piu,per di piu,in aggiunta,oltre a,gia che,a parte,
  seconda cosa,ah e,p d,por cierto,por otro,por otra,otro lado,aparte de,otra cosa,de paso,ya que estoy,ya que estamos,
  una cosa mas,por ultimo,ah y,au fait,par ailleurs,autre part,autre chose,de plus,en outre,en plus,au passage,
  en passant,pour finir,rien a voir,ah et`.split(/,\s*/),
);

const maxPhrase = 3;

/** "e-mail", and French "il y a". */
const lookalikes = ['e mail', 'e mails', 'y a', 'y avait', 'y en a', 'y en avait'];

/** A clause that begins with one of these explains what stands before it, or takes it back. */
const depending =
  wordsOf(`but so because though whereas therefore thus instead only just except than or nor neither
  yet however nevertheless nonetheless unless says said maybe perhaps probably presumably apparently otherwise aber
  sondern sodass denn deshalb daher nur statt oder doch jedoch dennoch trotzdem allerdings vielleicht wahrscheinlich
  vermutlich anscheinend sonst tuttavia eppure pero perche quindi percio invece solo o oppure forse probabilmente
  altrimenti mas porque asi sino quiza quizas probablemente mais donc sauf seulement pourtant cependant toutefois
  neanmoins sinon`);

/** The same inside of a sentence; at its beginning they are articles, or explain what follows. */
const dependingInside =
  wordsOf(`since as although while whatever whenever when if that which who whose where until
  before after weil obwohl wahrend wenn als dass welche wo bis bevor nachdem ob siccome sebbene mentre
  quando se che quale dove finche ya aunque mientras cuando si que quien donde hasta parce puisque tandis quand
  qui ou jusque`);

/** Words that depend in one language and not in another: "ma" is Italian for "but" and French for "my". They do so before a stop word. */
const dependingBeforeStopWord = new Set(['ma', 'car', 'da']);

/** After "another thing," they take nothing back. */
const contrasting = wordsOf('but aber ma pero mais');

/** A clause that begins with one of these goes on about what stands before it. */
const referring =
  wordsOf(`it its this that thats they them he she then now nobody nothing none never no es dies man
  niemand keiner nichts nie jetzt nun dann dort nessuno niente nulla mai ora adesso esto eso nadie nada nunca ahora ca
  cela ce elle personne rien jamais maintenant`);

/** What begins with one of these is no problem. */
const thanking =
  wordsOf(`thanks thank thx congratulations congrats danke dank vielen gluckwunsch gluckwunsche grazie complimenti
  congratulazioni auguri gracias enhorabuena felicidades merci bravo felicitations`);

/** No opening is longer, in words. */
export const maxOpening = 8;

/** How a run of words begins: with another matter, with what is no matter of its own, or refers to the words before. */
export type Opening = { adds: boolean; depends: boolean; refers: boolean; isWhole: boolean };

type OpeningOfInput = { readings: readonly Reading[]; beginsSentence: boolean };

/** How these words begin; `isWhole` if they are nothing else than joining words. */
export function openingOf({ readings, beginsSentence }: OpeningOfInput): Opening {
  const words = wordsIn(readings.slice(0, maxOpening));
  let at = beginsSentence && addingSentence.has(words[0] ?? '') ? 1 : 0;
  for (let step = countJoining(words.slice(at)); step > 0; step = countJoining(words.slice(at))) at += step;
  const adds = words.slice(0, at).some(one => !and.has(one));
  if (adds && contrasting.has(words[at] ?? '')) at += 1;
  const word = words[at] ?? '';
  return {
    adds,
    depends:
      thanking.has(word) ||
      dependsOn(words.slice(at)) ||
      (at === 0 && !beginsSentence && dependingInside.has(word)),
    refers: referring.has(word),
    isWhole: at >= words.length,
  };
}

function dependsOn([word = '', next = '']: readonly string[]): boolean {
  return depending.has(word) || (dependingBeforeStopWord.has(word) && stopWords.has(next));
}

/** How many of these words, from the first on, join another matter. */
function countJoining(words: readonly string[]): number {
  for (let length = maxPhrase; length > 1; length -= 1)
    if (phrases.has(words.slice(0, length).join(' '))) return length;
  const [word = ''] = words;
  return joins(words) || addingFirst.has(word) ? 1 : 0;
}

/** Whether a text may be cut before this word in the middle of a clause. */
export function joinsAt({ readings, at }: { readings: readonly Reading[]; at: number }): boolean {
  const [word = ''] = wordsIn(readings.slice(at, at + 1));
  return (and.has(word) || adding.has(word)) && joins(wordsIn(readings.slice(at, at + maxPhrase)));
}

function joins([word = '', ...others]: readonly string[]): boolean {
  if (!and.has(word) && !adding.has(word)) return false;
  const start = `${[word, ...others.slice(0, maxPhrase - 1)].join(' ')} `;
  return !lookalikes.some(one => start.startsWith(`${one} `));
}

/** The words as typed, folded: corrected, "inoltre" might be another word. Only slang for "and" is spelled out, and "è" kept apart. */
function wordsIn(readings: readonly Reading[]): string[] {
  return readings
    .filter(({ start }, at) => start !== readings[at - 1]?.start)
    .map(({ typed, meaning }) => (meaning.folded === 'and' ? 'and' : typed === 'è' ? typed : fold(typed)));
}

/** The words of a list, which spaces and line ends part. */
export function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
