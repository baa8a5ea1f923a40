import type { Logger } from '@campus-desk/service-kit';
import type { Database } from '../db/index.ts';
import { isDatabaseAway } from './database-errors.ts';

/** Runs what only reads. */
export type Read = <Result>(work: (db: Database) => Promise<Result>) => Promise<Result>;

/** How long a replica that is away is not asked again, in milliseconds. */
const awayMs = 5000;

type CreateReadingInput = {
  db: Database;
  /** A copy of it that may be some moments behind. */
  replica: Database | undefined;
  clock: () => Date;
  logger: Logger;
};

/** Reads from the replica; while that is away, or where there is none, from the database itself. */
export function createReading({ db, replica, clock, logger }: CreateReadingInput): Read {
  if (replica === undefined) return work => work(db);
  let askAgainAt: number | undefined;
  return async work => {
    const now = clock().getTime();
    if (askAgainAt !== undefined && now < askAgainAt) return work(db);
    try {
      const result = await work(replica);
      if (askAgainAt !== undefined) logger.info('the replica is back, and read again');
      askAgainAt = undefined;
      return result;
    } catch (err) {
      if (!isDatabaseAway(err)) throw err;
      if (askAgainAt === undefined)
        logger.warn({ err }, 'the replica is away: until it is back the database itself is read');
      askAgainAt = now + awayMs;
      return work(db);
    }
  };
}
