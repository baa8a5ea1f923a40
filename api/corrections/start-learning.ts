import { type Categoriser, createLearningCategoriser } from '@campus-desk/categoriser';
import type { Logger } from '@campus-desk/service-kit';
import type { Database } from '../../db/index.ts';
import { toCorrection } from './correction-row.ts';
import { createLessons, type Lessons } from './create-lessons.ts';
import { readLastCorrections } from './read-corrections.ts';
import { repeat as repeatInTime } from './repeat.ts';

export type Learning = {
  categoriser: Categoriser;
  learn: Lessons['hear'];
  stop: () => Promise<void>;
};

/** Together they weigh as much as a few hundred seeds, so older ones would say little. */
const maxCorrections = 2000;

/** Corrections of other processes are heard after this time at the latest. */
const everyMs = 60_000;

type StartLearningInput = { db: Database; logger: Logger; repeat?: typeof repeatInTime };

/** The categoriser with what people have taught it, also those who speak to other processes. */
export async function startLearning(input: StartLearningInput): Promise<Learning> {
  const { db, logger, repeat = repeatInTime } = input;
  const stored = await readLastCorrections({ db, limit: maxCorrections });
  const categoriser = createLearningCategoriser({
    corrections: stored.map(toCorrection),
    onAdopted: model => logger.info({ model }, 'categoriser has learned from corrections'),
    onRefused: reason =>
      logger.warn({ reason }, 'categoriser keeps its model: the one it learned is no better'),
  });
  const lessons = createLessons({ db, heard: stored, learn: categoriser.learn });
  const reading = repeat({
    everyMs,
    work: lessons.readNew,
    onError: err => logger.warn({ err }, 'corrections not read, next time again'),
  });
  return {
    categoriser,
    learn: lessons.hear,
    stop: async () => {
      await reading.stop();
      categoriser.close();
    },
  };
}
