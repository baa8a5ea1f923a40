import { type Categoriser, createLearningCategoriser } from '@campus-desk/categoriser';
import type { Logger } from '@campus-desk/service-kit';
import type { Database } from '../../db/index.ts';
import { lastRemoval } from '../privacy/record-act.ts';
import { repeat as repeatInTime } from '../repeat.ts';
import { type CorrectionFeed, createCorrectionFeed } from './correction-feed.ts';
import { toCorrection } from './correction-row.ts';
import { readLastCorrections } from './read-corrections.ts';

export type Learning = {
  categoriser: Categoriser;
  learn: CorrectionFeed['push'];
  stop: () => Promise<void>;
};

/** Reading them takes a few seconds of a start, beside all else. */
const maxCorrections = 2000;

/** How often the corrections of other processes are read, in milliseconds. */
const everyMs = 20_000;

type StartLearningInput = { db: Database; logger: Logger; repeat?: typeof repeatInTime };

/**
 * The categoriser with everything people have corrected, in this process and in others; it goes on learning. Within a
 * minute after texts were removed for the sake of privacy it is built anew, without them.
 */
export async function startLearning(input: StartLearningInput): Promise<Learning> {
  const { db, logger, repeat = repeatInTime } = input;
  let learner = await createLearner({ db, logger });
  const reading = repeat({
    everyMs,
    work: async () => {
      if ((await lastRemoval(db)) === learner.removal) return learner.feed.readNew();
      const { categoriser } = learner;
      learner = await createLearner({ db, logger });
      categoriser.close();
    },
    onError: err => logger.warn({ err }, 'cannot read corrections; trying again soon'),
  });
  return {
    categoriser: {
      get version() {
        return learner.categoriser.version;
      },
      categorise: text => learner.categoriser.categorise(text),
    },
    learn: correction => learner.feed.push(correction),
    stop: async () => {
      await reading.stop();
      learner.categoriser.close();
    },
  };
}

async function createLearner({ db, logger }: { db: Database; logger: Logger }) {
  const removal = await lastRemoval(db);
  const stored = await readLastCorrections({ db, limit: maxCorrections });
  const categoriser = createLearningCategoriser({
    corrections: stored.map(toCorrection),
    onRefused: reason =>
      logger.warn({ reason }, 'a correction decides only its own text: others would get worse answers'),
  });
  return {
    categoriser,
    removal,
    feed: createCorrectionFeed({ db, known: stored, learn: categoriser.learn }),
  };
}
