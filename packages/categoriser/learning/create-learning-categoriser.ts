import { setImmediate } from 'node:timers/promises';
import type { Category } from '@campus-desk/contract';
import { type Categorisation, type Categoriser, createCategoriser } from '../create-categoriser.ts';
import { loadModel } from '../model.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { createReader, type Reading } from '../reading/reader.ts';
import { type Correction, inOrder } from './correction.ts';
import { createNearDuplicates } from './near-duplicates.ts';
import { createVectors, type Vector } from './nearness.ts';
import { createNeighbours } from './neighbours.ts';
import { loadSample, type Sample } from './sample.ts';
import { createTextReader } from './text-reader.ts';

type LearningCategoriser = Categoriser & {
  /** Decides the same or nearly the same text at once, and soon what is near it. */
  learn(correction: Correction): void;
  /** Resolves when nothing that was corrected is still to be learned. */
  settled(): Promise<void>;
  /** What is not learned yet never is. */
  close(): void;
};

type Options = {
  corrections?: readonly Correction[];
  onRefused?: (reason: string) => void;
};

/** A corrected text; `forget` undoes what was learned from it. */
type Lesson = { category: Category; vector: Vector; isForgotten: boolean; forget?: () => void };

/** How sure an answer is that a person gave: as sure as answers get, short of certain. */
const correctedConfidence = 0.97;

/** A categoriser that learns from corrections: the stored ones given here, later ones through `learn`. */
export function createLearningCategoriser({
  corrections = [],
  onRefused,
}: Options = {}): LearningCategoriser {
  const model = loadModel();
  const reader = createReader({ model, lexicon: loadLexicon() });
  const vectorOf = createVectors(model.bayes);
  const { readCorrected, wordsOf } = createTextReader(reader);
  const corrected = createNearDuplicates<Lesson>();
  const neighbours = createNeighbours();
  const shipped = createCategoriser({ model, reader });
  const learned = createCategoriser({ model, reader, gainsOf });
  /** Whether the text that was read last may be a corrected one, so that it is worth reading without what is personal. */
  let mayBeCorrected = false;
  let sample: Sample | undefined;
  let lessons = 0;
  let learning = Promise.resolve();
  let isClosed = false;
  for (const correction of inOrder(corrections)) learn(correction);
  return {
    get version() {
      return version();
    },
    categorise,
    learn,
    settled: () => learning,
    close: () => {
      isClosed = true;
    },
  };

  function version(): string {
    return lessons === 0 ? shipped.version : `${shipped.version}+${lessons}`;
  }

  function categorise(text: string): Categorisation {
    const answer = { ...learned.categorise(text), model: version() };
    const lesson = mayBeCorrected ? corrected.find(wordsOf(readCorrected(text))) : undefined;
    return lesson ? withCorrection({ answer, category: lesson.category }) : answer;
  }

  function gainsOf(readings: readonly Reading[]): readonly number[] | undefined {
    // All words: what is personal may be what made the others too few to count.
    mayBeCorrected = corrected.mayFind(new Set(readings.map(({ meaning }) => meaning.stem)));
    return neighbours.gainsOf(vectorOf(readings));
  }

  function learn({ text, to }: Correction): void {
    const readings = readCorrected(text);
    const lesson: Lesson = { category: to, vector: vectorOf(readings), isForgotten: false };
    for (const replaced of corrected.remember({ words: wordsOf(readings), value: lesson })) forget(replaced);
    learning = learning.then(() => adopt(lesson)).catch(error => onRefused?.(String(error)));
  }

  /** Kept only if what is near it in the sample does not get worse; it decides its own text in any case. */
  async function adopt(lesson: Lesson): Promise<void> {
    sample ??= await loadSample({
      vectorOf: text => vectorOf(reader.read(text)),
      shipped: shipped.categorise,
      learned: learned.categorise,
    });
    // A lesson at a time: whoever files meanwhile is answered between two.
    await setImmediate();
    if (isClosed || lesson.isForgotten) return;
    lesson.forget = neighbours.remember(lesson);
    lessons += 1;
    const worse = sample.whatGotWorse(lesson.vector);
    if (worse === undefined) return;
    forget(lesson);
    sample.whatGotWorse(lesson.vector);
    onRefused?.(worse);
  }

  function forget(lesson: Lesson): void {
    lesson.isForgotten = true;
    if (lesson.forget) lessons -= 1;
    lesson.forget?.();
  }
}

type WithCorrectionInput = { answer: Categorisation; category: Category };

function withCorrection({ answer, category }: WithCorrectionInput): Categorisation {
  const { problems: _, ...one } = answer;
  const secondCategory = category === answer.category ? answer.secondCategory : answer.category;
  return { ...one, category, secondCategory, confidence: correctedConfidence, unsure: false };
}
