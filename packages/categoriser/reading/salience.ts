import { type LinearModel, scoreLinear, type UnitVector } from '../models/linear-model.ts';
import { normalise, pairInOrder, place } from './features.ts';
import type { Meaning } from './meanings.ts';

/** Tells clauses that say what is wrong from greeting, background, praise and what is not wrong (categories.md, rule 7). */
export type SalienceModel = LinearModel;

/** Labels of the salience model: the places of its two columns. */
export const background = 0;
export const problem = 1;

/** Places in its table of weights. */
export const saliencePlaces = 2 ** 14;

/** What a clause counts that says nothing of the problem. */
const least = 0.2;

/** How steeply a clause counts less than the one that most says what is wrong. */
const steepness = 2;

const share = { stem: 1, pair: 0.8, concept: 0.5, neighbour: 0.6, mark: 1 };

/** Features that are no words, as if they were hashes of words. */
const mark = { isFirst: 101, isLast: 202, turns: 303, nextTurns: 404, afterTurn: 505 };

/** Measures of a clause, each mark apart from the next by a step: quarter of the text, words by threes, clauses. */
const measure = { quarter: 1000, length: 2000, clauses: 3000, step: 7919 };

/** Keep a word of the clause before or after apart from one of the clause itself. */
const neighbours = [
  { distance: -1, salt: 0x51ed270b },
  { distance: 1, salt: 0x2545f491 },
];

type Clause = readonly { meaning: Meaning }[];

/** A function from the clauses of a text to how much each counts: 1 for the one that most says what is wrong. */
export function createSalience(model: SalienceModel): (clauses: readonly Clause[]) => number[] {
  return clauses => {
    const chances = describeClauses(clauses).map(vector => {
      const [calm = 0, wrong = 0] = scoreLinear({ model, vector });
      return 1 / (1 + Math.exp(calm - wrong));
    });
    const highest = Math.max(...chances);
    return chances.map(chance => least + (1 - least) * (chance / highest) ** steepness);
  };
}

/** What the salience model sees of each clause: its words, those of the clauses beside it, and where it stands. */
export function describeClauses(clauses: readonly Clause[]): UnitVector[] {
  const turns = clauses.map(clause => clause[0]?.meaning.turn !== undefined);
  return clauses.map((clause, at) => {
    const ids: number[] = [];
    const values: number[] = [];
    const add = (hash: number, value: number) => {
      ids.push(place(hash, saliencePlaces));
      values.push(value);
    };
    let before = 0;
    for (const { meaning } of clause) {
      const { stem, concepts } = meaning.features;
      add(stem, share.stem);
      add(pairInOrder(before, stem), share.pair);
      for (const concept of concepts) add(concept, share.concept / concepts.length);
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
      turns.slice(0, at).includes(true) && mark.afterTurn,
      measure.quarter + Math.floor((4 * at) / clauses.length) * measure.step,
      measure.length + Math.min(6, Math.floor(clause.length / 3)) * measure.step,
      measure.clauses + Math.min(5, clauses.length) * measure.step,
    ];
    for (const one of marks) if (one) add(one, share.mark);
    return normalise({ ids, values });
  });
}
