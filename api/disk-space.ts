import { isDiskFull } from './database-errors.ts';

/** How long after the disk was full the API is not ready, in milliseconds. */
const doubtMs = 30_000;

/** Remembers for a while that the disk of the database was full: reading may go on, but nothing can be stored. */
export function createDiskSpace(now: () => number = performance.now.bind(performance)) {
  let fullAt = Number.NEGATIVE_INFINITY;
  return {
    notice: (error: unknown): void => {
      if (isDiskFull(error)) fullAt = now();
    },
    /** Throws while nothing can be stored, as far as is known. */
    check: (): void => {
      if (now() - fullAt < doubtMs) throw new Error('The disk of the database was full a moment ago.');
    },
  };
}
