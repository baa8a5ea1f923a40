import type { Logger, Part } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/index.ts';
import { repeat } from '../repeat.ts';
import { wakeTickets } from './wake-tickets.ts';

/** How soon after its date a ticket wakes, in milliseconds. */
const everyMs = 5000;

/** Wakes the tickets whose date has come: what became due while nothing ran at once, the others as time goes on. */
export async function startWaking({ db, logger }: { db: Database; logger: Logger }): Promise<Part> {
  const work = async () => {
    await wakeTickets({ db, databaseTime: () => sql`now()` });
  };
  const onError = (err: unknown) =>
    logger.warn({ err }, 'tickets whose date has come were not woken, next time again');
  await work().catch(onError);
  return repeat({ everyMs, work, onError });
}
