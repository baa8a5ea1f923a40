import { type Category, categories } from '@campus-desk/contract';
import type { Reading } from './reading/reader.ts';

/** A function from words to the probability of each label. */
type Judge = (readings: readonly Reading[]) => number[];

/** A part of a text that names a problem of this team. */
export type Part = { category: Category; readings: readonly Reading[] };

/** Words that begin another matter. */
const joining =
  wordsOf(`and also plus besides additionally furthermore moreover another second secondly und ausserdem
  zudem auch weiterhin zweitens dazu ferner e ed inoltre anche poi secondo y e tambien ademas asimismo segundo otra
  et aussi puis deuxiemement ensuite`);

/** A clause that begins with one of these depends on what stands before it, or takes it back. */
const depending =
  wordsOf(`but so because since as although though while whereas whatever whenever when if that which who whose
  where until before after says said unless thus therefore instead only just except than or nor neither yet however
  nevertheless nonetheless aber sondern sodass weil denn da obwohl wahrend wenn als dass der die das welche wo bis
  bevor nachdem deshalb daher nur statt ob oder doch jedoch dennoch trotzdem allerdings ma tuttavia eppure pero
  perche siccome sebbene mentre quando se che quale dove finche quindi percio invece solo o oppure mas porque ya
  aunque mientras cuando si que quien donde hasta asi sino mais car parce puisque bien tandis quand qui ou jusque
  donc sauf seulement pourtant cependant toutefois neanmoins`);

/** A part of which every sentence weighs less is background. */
const minWeight = 0.5;

/** A part with fewer known words names no problem. */
const minWords = 2;

/** A text in more pieces is a story, which is judged as a whole. */
const maxPieces = 12;

/** Fitted by logistic regression on single and on joined reports of the development set, with the model of the first seeds. */
const fitted = {
  start: -2.26,
  lessSure: 0.58,
  surer: 0.58,
  relevance: 0.22,
  newSentence: 1.2,
  newClause: 1.35,
  joiningWord: 1.24,
  pieces: -2.3,
  lessLikelyInAll: -0.3,
  likelierInAll: -0.64,
};

/** Of single reports in development five in a thousand reach this sum. */
const minSum = 2.2;

type FindTwoProblemsInput = { readings: readonly Reading[]; probabilities: readonly number[]; judge: Judge };

/** The parts of a text that name problems of two teams, or undefined when it names one; `probabilities` are those of all of it. */
export function findTwoProblems(input: FindTwoProblemsInput): [Part, Part] | undefined {
  const { readings, probabilities, judge } = input;
  const pieces = splitPieces(readings);
  if (pieces.length < 2 || pieces.length > maxPieces) return undefined;
  let best: Split | undefined;
  for (let at = 1; at < pieces.length; at += 1) {
    if (depending.has(pieces[at]?.[0]?.meaning.folded ?? '')) continue;
    const first = judgePart({ readings: pieces.slice(0, at).flat(), judge });
    const second = judgePart({ readings: pieces.slice(at).flat(), judge });
    if (!first || !second || first.category === second.category) continue;
    const probability = Math.min(first.probability, second.probability);
    if (probability > (best?.probability ?? 0)) best = { parts: [first, second], probability };
  }
  return best && sumOf({ split: best, pieces: pieces.length, probabilities }) > minSum
    ? best.parts
    : undefined;
}

type JudgedPart = Part & { probability: number; relevance: number };

type Split = { parts: [JudgedPart, JudgedPart]; probability: number };

function judgePart({ readings, judge }: Pick<Part, 'readings'> & { judge: Judge }): JudgedPart | undefined {
  const known = readings.filter(({ meaning }) => meaning.isContentWord && meaning.isKnown);
  if (known.length < minWords || Math.max(...known.map(({ weight }) => weight)) < minWeight) return undefined;
  const probabilities = judge(readings).slice(0, categories.length);
  const probability = Math.max(...probabilities);
  const category = categories[probabilities.indexOf(probability)];
  const relevance = Math.max(...readings.map(reading => reading.relevance));
  return category && { category, readings, probability, relevance };
}

type SumOfInput = { split: Split; pieces: number; probabilities: readonly number[] };

function sumOf({ split: { parts }, pieces, probabilities }: SumOfInput): number {
  const [first, second] = parts;
  const [end, start] = [first.readings.at(-1), second.readings[0]];
  const sure = parts.map(({ probability }) => logit(probability));
  const inAll = parts.map(({ category }) => logit(probabilities[categories.indexOf(category)] ?? 0));
  return (
    fitted.start +
    fitted.lessSure * Math.min(...sure) +
    fitted.surer * Math.max(...sure) +
    fitted.relevance * Math.max(logit(first.relevance), logit(second.relevance)) +
    (end?.sentence === start?.sentence ? 0 : fitted.newSentence) +
    (end?.clause === start?.clause ? 0 : fitted.newClause) +
    (joins(start) ? fitted.joiningWord : 0) +
    fitted.pieces * Math.log(pieces) +
    fitted.lessLikelyInAll * Math.min(...inAll) +
    fitted.likelierInAll * Math.max(...inAll)
  );
}

/** Words between the ends of clauses, and from each joining word on; "and also" joins once. */
function splitPieces(readings: readonly Reading[]): Reading[][] {
  const pieces: Reading[][] = [];
  let before: Reading | undefined;
  for (const reading of readings) {
    const isNew = before?.sentence !== reading.sentence || before.clause !== reading.clause;
    const last = pieces.at(-1);
    if ((isNew || joins(reading)) && !last?.every(joins)) pieces.push([]);
    pieces.at(-1)?.push(reading);
    before = reading;
  }
  return pieces;
}

function joins(reading: Reading | undefined): boolean {
  return reading !== undefined && joining.has(reading.meaning.folded);
}

/** The logarithm of the odds, for probabilities that are never quite certain. */
function logit(probability: number): number {
  return Math.log(Math.max(0.001, probability) / Math.max(0.001, 1 - probability));
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
