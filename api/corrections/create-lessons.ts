import type { Correction } from '@campus-desk/categoriser';
import type { Database } from '../../db/index.ts';
import { type CorrectionRow, toCorrection } from './correction-row.ts';
import { readCorrectionsAfter } from './read-corrections.ts';

/** Brings corrections to the categoriser, whichever of several processes stored them. */
export type Lessons = {
  /** One that this process has just stored. */
  hear(correction: CorrectionRow): void;
  /** Those that others have stored since the last time. */
  readNew(): Promise<void>;
};

/** Who took his id first may commit later: so many ids are looked at again. */
const overlap = 200;

type CreateLessonsInput = {
  db: Database;
  heard: readonly CorrectionRow[];
  learn: (correction: Correction) => void;
};

/** `heard` are the stored corrections that the categoriser knows already. */
export function createLessons({ db, heard, learn }: CreateLessonsInput): Lessons {
  const known = new Set(heard.map(({ id }) => id));
  let newest = Math.max(0, ...known);
  return { hear, readNew };

  function hear(correction: CorrectionRow): void {
    known.add(correction.id);
    newest = Math.max(newest, correction.id);
    learn(toCorrection(correction));
  }

  async function readNew(): Promise<void> {
    const rows = await readCorrectionsAfter({ db, id: newest - overlap });
    const unheard = rows.filter(({ id }) => !known.has(id));
    const since = Math.min(...unheard.map(({ at }) => at.getTime()));
    // Newer ones are told again after the unheard: whoever speaks last about a text is heard.
    const lesson = rows.filter(({ at }) => at.getTime() >= since);
    for (const correction of lesson.toSorted((a, b) => a.at.getTime() - b.at.getTime())) hear(correction);
    for (const id of known) if (id <= newest - overlap) known.delete(id);
  }
}
