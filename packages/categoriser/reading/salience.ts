import { type LinearModel, scoreLinear } from '../models/linear-model.ts';
import { isAllRight } from './all-right.ts';
import { bucketOf, pairInOrder } from './features.ts';
import type { Meaning } from './meanings.ts';

/**
 * Weighs clauses that name the problem against greetings, background, praise and what works (docs/categories.md: only the
 * problem counts).
 */
export type SalienceModel = LinearModel;

/** Labels of the salience model: the indexes of its two columns. */
export const background = 0;
export const problem = 1;

/** Buckets of its table of weights. */
export const salienceBuckets = 2 ** 17;

/** The weight of a clause that says nothing about the problem. */
const minWeight = 0.2;

/** How steeply weights fall with the chance that a clause names the problem. */
const steepness = 2;

/** Clauses with a smaller chance than this weigh next to nothing. */
const minChance = 0.2;

const share = { stem: 1, pair: 0.8, concept: 0.7, theme: 0.5, neighbour: 0.4, mark: 0.6, state: 4 };

/** Features that are no words; the numbers take the part of their hashes. */
const mark = {
  isFirst: 101,
  isLast: 202,
  turns: 303,
  nextTurns: 404,
  afterTurn: 505,
  allRight: 606,
  nextAllRight: 707,
  afterAllRight: 808,
  othersAllRight: 909,
};

/** Features for numbers: the quarter of the text a clause is in, its length in threes of words, how many clauses there are. */
const measure = { quarter: 1000, length: 2000, clauses: 3000, step: 7919 };

/** Salts that keep a word of the clause before or after apart from one of the clause itself. */
const neighbours = [
  { distance: -1, salt: 0x51ed270b },
  { distance: 1, salt: 0x2545f491 },
];

type Clause = readonly { meaning: Meaning }[];

type ClauseFeatures = { ids: number[]; values: number[] };

/** A function from the clauses of a text to the chance of each that it names the problem. */
export function createSalience(model: SalienceModel): (clauses: readonly Clause[]) => number[] {
  return clauses =>
    describeClauses(clauses).map(vector => {
      const [backgroundScore = 0, problemScore = 0] = scoreLinear({ model, vector });
      return 1 / (1 + Math.exp(backgroundScore - problemScore));
    });
}

/** The weights of clauses from their chances: 1 for the one that most likely names the problem. */
export function weighClauses(chances: readonly number[]): number[] {
  const highest = chances.reduce((a, b) => Math.max(a, b), 0);
  const least = Math.min(minChance, highest);
  return chances.map(chance => {
    const weight = minWeight + (1 - minWeight) * (chance / highest) ** steepness;
    return weight * Math.min(1, chance / least);
  });
}

/**
 * What the salience model sees of each clause: its words, those of its neighbours, its position, and whether it or others say
 * that something is all right.
 */
export function describeClauses(clauses: readonly Clause[]): ClauseFeatures[] {
  const turns = clauses.map(clause => clause[0]?.meaning.turn !== undefined);
  const firstTurn = turns.indexOf(true);
  const right = clauses.map(isAllRight);
  return clauses.map((clause, at) => {
    const ids: number[] = [];
    const values: number[] = [];
    const add = (hash: number, value: number) => {
      ids.push(bucketOf(hash, salienceBuckets));
      values.push(value);
    };
    let before = 0;
    for (const { meaning } of clause) {
      const { stem, concepts, themes } = meaning.features;
      add(stem, share.stem);
      add(pairInOrder(before, stem), share.pair);
      for (const concept of concepts) add(concept, share.concept / concepts.length);
      for (const theme of themes) add(theme, share.theme / themes.length);
      before = stem;
    }
    add(pairInOrder(before, 0), share.pair);
    for (const { distance, salt } of neighbours) {
      for (const { meaning } of clauses[at + distance] ?? [])
        add(pairInOrder(salt, meaning.features.stem), share.neighbour);
    }
    const marks = [
      at === 0 && mark.isFirst,
      at === clauses.length - 1 && mark.isLast,
      turns[at] && mark.turns,
      turns[at + 1] && mark.nextTurns,
      firstTurn >= 0 && firstTurn < at && mark.afterTurn,
      measure.quarter + Math.floor((4 * at) / clauses.length) * measure.step,
      measure.length + Math.min(6, Math.floor(clause.length / 3)) * measure.step,
      measure.clauses + Math.min(5, clauses.length) * measure.step,
    ];
    for (const one of marks) if (one) add(one, share.mark);
    const states = [
      right[at] && mark.allRight,
      right[at + 1] && mark.nextAllRight,
      right[at - 1] && mark.afterAllRight,
      right.includes(true) && !right[at] && mark.othersAllRight,
    ];
    for (const one of states) if (one) add(one, share.state);
    return { ids, values };
  });
}
