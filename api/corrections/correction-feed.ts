import type { Correction } from '@campus-desk/categoriser';
import type { Database } from '../../db/index.ts';
import { type CorrectionRow, toCorrection } from './correction-row.ts';
import { readCorrectionsAfter } from './read-corrections.ts';

/** Passes corrections to the categoriser, whichever of several processes stored them. */
export type CorrectionFeed = {
  /** Passes on one that this process has just stored. */
  push(correction: CorrectionRow): void;
  /** Passes on those that other processes have stored since the last time. */
  readNew(): Promise<void>;
};

/** A transaction that took its id first may commit later: so many ids are read again. */
const overlap = 200;

type CreateCorrectionFeedInput = {
  db: Database;
  /** The stored corrections that the categoriser knows already. */
  known: readonly CorrectionRow[];
  learn: (correction: Correction) => void;
};

/** A feed of the corrections that are stored from now on. */
export function createCorrectionFeed(input: CreateCorrectionFeedInput): CorrectionFeed {
  const { db, learn } = input;
  const known = new Set(input.known.map(({ id }) => id));
  let newest = Math.max(0, ...known);
  return { push, readNew };

  function push(correction: CorrectionRow): void {
    known.add(correction.id);
    newest = Math.max(newest, correction.id);
    learn(toCorrection(correction));
  }

  async function readNew(): Promise<void> {
    const rows = await readCorrectionsAfter({ db, id: newest - overlap });
    const missed = rows.filter(({ id }) => !known.has(id));
    const since = Math.min(...missed.map(({ at }) => at.getTime()));
    // Newer ones are repeated after those that were missed: the last correction of a text wins.
    const replayed = rows.filter(({ at }) => at.getTime() >= since);
    for (const row of replayed.toSorted((a, b) => a.at.getTime() - b.at.getTime())) push(row);
    for (const id of known) if (id <= newest - overlap) known.delete(id);
  }
}
