import { type LinearModel, scoreLinear } from '../models/linear-model.ts';
import { type Features, normalise, type UnitVector } from './features.ts';
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

const share = { stem: 1, pair: 0.8, concept: 0.5, mark: 1 };

/** Features that are no words, as if they were hashes of words. */
const mark = { isFirst: 101, isLast: 202, turns: 303, nextTurns: 404, afterTurn: 505 };

type Clause = readonly { meaning: Meaning }[];

/** A function from the clauses of a text to how much each counts: 1 for the one that most says what is wrong. */
export function createSalience(model: SalienceModel): (clauses: readonly Clause[]) => number[] {
  return clauses => {
    const chances = describeClauses(clauses).map(vector => {
      const [calm = 0, wrong = 0] = scoreLinear({ model, vector });
      return 1 / (1 + Math.exp(calm - wrong));
    });
    const highest = Math.max(...chances);
    return chances.map(chance => least + ((1 - least) * chance) / highest);
  };
}

/** What the salience model sees of each clause: its words and pairs of words, and where it stands. */
export function describeClauses(clauses: readonly Clause[]): UnitVector[] {
  const turns = clauses.map(clause => clause[0]?.meaning.turn !== undefined);
  return clauses.map((clause, at) => {
    const features: Features = { ids: [], values: [], owners: [] };
    const add = (hash: number, value: number) => {
      features.ids.push((hash ^ (hash >>> 15)) & (saliencePlaces - 1));
      features.values.push(value);
    };
    let before = 0;
    for (const { meaning } of clause) {
      const { stem, concepts } = meaning.features;
      add(stem, share.stem);
      add(Math.imul(before, 31) + stem, share.pair);
      for (const concept of concepts) add(concept, share.concept / concepts.length);
      before = stem;
    }
    add(Math.imul(before, 31), share.pair);
    if (at === 0) add(mark.isFirst, share.mark);
    if (at === clauses.length - 1) add(mark.isLast, share.mark);
    if (turns[at]) add(mark.turns, share.mark);
    if (turns[at + 1]) add(mark.nextTurns, share.mark);
    if (turns.slice(0, at).includes(true)) add(mark.afterTurn, share.mark);
    return normalise(features);
  });
}
