import { lt } from 'drizzle-orm';
import { type Database, idempotencyKeys } from '../../db/index.ts';

/** How long the same filing sent again is known, in milliseconds: nothing repeats a request after thirty days. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Forgets the keys of filings of more than thirty days ago; their tickets stay. */
export async function purgeKeys({ db, now }: { db: Database; now: Date }): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - keptMs)));
}
