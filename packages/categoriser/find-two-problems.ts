import { type Category, categories } from '@campus-desk/contract';
import { announcesTwo } from './announces-two.ts';
import { joinsAt, maxOpening, openingOf } from './clause-openings.ts';
import { followsHalfStop } from './cut-text.ts';
import { splitSentences } from './reading/clauses.ts';
import type { Reading } from './reading/reader.ts';

/** A function from words to the probability of each label. */
type Judge = (readings: readonly Reading[]) => number[];

/** A part of a text that names a problem of this team. */
export type Part = { category: Category; readings: readonly Reading[] };

/** Of a text in more pieces only sentences are told apart, and of one in more sentences none. */
const maxPieces = 12;
const maxSentences = 24;

/** Footers on lines of their own, and chat in long texts, weigh less or report something with a smaller chance. */
const minWeight = 0.2;
const minRelevance = 0.3;

/** More pieces than these make no more of a story. */
const maxCounted = 8;

/**
 * What speaks for two problems, by how much: fitted by logistic regression on `two-development.csv`, `two-natural.csv`,
 * reports of the development set that were joined in pairs, and single ones; then moved a little, by the totals of all sets, as
 * the model became less sure of parts. Certainties are logarithms of odds.
 */
const fitted = {
  /** How certain the categories of the two parts are, each read as if it were all of the text. */
  lessSure: 0.7,
  surer: 0.42,
  /** That the part which sounds more like chat reports something. */
  relevance: 0.62,
  /** What stands between the parts. */
  newSentence: 2.3,
  newLine: 2.26,
  anotherMatter: 3.6,
  /** Somewhere it says "two things". */
  announced: 4.51,
  /** The second part goes on about the first one: "it", "nobody". */
  referringWord: -1.91,
  /** The logarithm of how many pieces the text has: stories have many. */
  pieces: -1.2,
  /** How likely one of both categories is for all of the text. */
  likelierInAll: -0.16,
};

/** A colon or a semicolon between the parts: what follows it explains. */
const halfStop = -2.22;

type Evidence = { [name in keyof typeof fitted]: number };

/** Of single reports one in a hundred reaches this sum. */
const minSum = 5.7;

type FindTwoProblemsInput = {
  text: string;
  readings: readonly Reading[];
  probabilities: readonly number[];
  judge: Judge;
};

/** The parts of a text that name problems of two teams, or undefined when it names one; `probabilities` are those of all of it. */
export function findTwoProblems(input: FindTwoProblemsInput): [Part, Part] | undefined {
  const splits = splitsOf(input).map(split => ({ ...split, sum: sumOf({ text: input.text, split }) }));
  const best = splits.sort((a, b) => b.sum - a.sum)[0];
  return best && best.sum > minSum ? best.parts : undefined;
}

type Split = { parts: [Part, Part]; evidence: Evidence };

/** Every way to cut the text in two parts that sound like problems of different teams. */
function splitsOf({ readings, probabilities, judge }: FindTwoProblemsInput): Split[] {
  const pieces = splitPieces(readings);
  if (pieces.length < 2) return [];
  const ofText = {
    pieces: Math.log(Math.min(maxCounted, pieces.length)),
    announced: announcesTwo(readings) ? 1 : 0,
  };
  const units = pieces.length > maxPieces ? splitSentences(readings) : pieces;
  if (units.length > maxSentences) return [];
  return units.slice(1).flatMap((_, before): Split[] => {
    const sides = [units.slice(0, before + 1).flat(), units.slice(before + 1).flat()] as const;
    const cut = describeCut(sides);
    if (!cut) return [];
    const mayBeWrapped = cut.newLine === 1 || pieces.length > maxCounted;
    if (mayBeWrapped && sides.some(isWrapping)) return [];
    const [first, second] = sides.map(side => judgePart({ readings: side, judge }));
    if (!first || !second || first.category === second.category) return [];
    const ofParts = describeParts({ first, second, probabilities });
    return [{ parts: [first, second], evidence: { ...ofText, ...cut, ...ofParts } }];
  });
}

/** What stands between two parts; undefined where the second one depends on the first. */
function describeCut([before, after]: readonly [Reading[], Reading[]]) {
  const [end, start] = [before.at(-1), after[0]];
  const beginsSentence = end?.sentence !== start?.sentence;
  const opening = openingOf({ readings: after, beginsSentence });
  if (opening.depends) return undefined;
  return {
    newSentence: beginsSentence ? 1 : 0,
    newLine: end?.line !== start?.line ? 1 : 0,
    anotherMatter: opening.adds ? 1 : 0,
    referringWord: opening.refers ? 1 : 0,
  };
}

function isWrapping(readings: readonly Reading[]): boolean {
  return (
    Math.max(...readings.map(({ weight }) => weight)) < minWeight ||
    Math.max(...readings.map(({ relevance }) => relevance)) < minRelevance
  );
}

type JudgedPart = Part & { probability: number; relevance: number };

/** A part read as if it were all of the text; undefined when it has no word that is known. */
function judgePart({ readings, judge }: Pick<Part, 'readings'> & { judge: Judge }): JudgedPart | undefined {
  if (!readings.some(({ meaning }) => meaning.isContentWord && meaning.isKnown)) return undefined;
  const heaviest = Math.max(...readings.map(({ weight }) => weight));
  const alone = readings.map(reading => ({ ...reading, weight: reading.weight / heaviest }));
  const probabilities = judge(alone).slice(0, categories.length);
  const probability = Math.max(...probabilities);
  const category = categories[probabilities.indexOf(probability)];
  const relevance = Math.max(...readings.map(reading => reading.relevance));
  return category && { category, readings, probability, relevance };
}

type DescribePartsInput = { first: JudgedPart; second: JudgedPart; probabilities: readonly number[] };

function describeParts({ first, second, probabilities }: DescribePartsInput) {
  const sure = [first, second].map(({ probability }) => logit(probability));
  const inAll = [first, second].map(({ category }) => probabilities[categories.indexOf(category)] ?? 0);
  return {
    lessSure: Math.min(...sure),
    surer: Math.max(...sure),
    relevance: logit(Math.min(first.relevance, second.relevance)),
    likelierInAll: logit(Math.max(...inAll)),
  };
}

function sumOf({ text, split }: { text: string; split: Split }): number {
  const names = Object.keys(fitted) as (keyof Evidence)[];
  const sum = names.reduce((total, name) => total + fitted[name] * split.evidence[name], 0);
  // Looked for in the text only where it may decide.
  return sum > minSum && followsHalfStop({ text, at: split.parts[1].readings }) ? sum + halfStop : sum;
}

/**
 * Words between the ends of clauses, and from each joining word on; "and also" and "by the way," join once. After
 * `maxPieces` the last one is all of the rest.
 */
function splitPieces(readings: readonly Reading[]): Reading[][] {
  const pieces: Reading[][] = [];
  readings.forEach((reading, at) => {
    const before = readings[at - 1];
    const last = pieces.at(-1);
    const isNew = before?.sentence !== reading.sentence || before.clause !== reading.clause;
    const mayEnd = pieces.length <= maxPieces && (isNew || joinsAt({ readings, at }));
    if (!last || (mayEnd && !joinsOnly(last))) pieces.push([reading]);
    else last.push(reading);
  });
  return pieces;
}

function joinsOnly(readings: readonly Reading[]): boolean {
  return readings.length <= maxOpening && openingOf({ readings, beginsSentence: true }).isWhole;
}

/** The logarithm of the odds, for probabilities that are never quite certain. */
function logit(probability: number): number {
  return Math.log(Math.max(0.001, probability) / Math.max(0.001, 1 - probability));
}
