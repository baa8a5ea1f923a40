import { eq, max, sql } from 'drizzle-orm';
import { type Database, events, webhooks } from '../../db/index.ts';

/** The one receiver there is. */
export const isReceiver = eq(webhooks.name, 'events');

/** How far the receiver has come, and which transactions are running. */
export type Progress = {
  position: number;
  failingSince: Date | null;
  /** Every transaction before this one has ended. */
  oldestRunning: bigint;
  /** The next transaction that will begin. */
  nextTransaction: bigint;
};

/** Where the receiver is; one that is new begins with the next event. */
export async function readProgress(db: Database): Promise<Progress> {
  const [row] = await db
    .select({
      position: webhooks.position,
      failingSince: webhooks.failingSince,
      oldest: sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`,
      next: sql<string>`pg_snapshot_xmax(pg_current_snapshot())::text`,
    })
    .from(webhooks)
    .where(isReceiver);
  if (row === undefined) {
    await begin(db);
    return readProgress(db);
  }
  const { position, failingSince, oldest, next } = row;
  return { position, failingSince, oldestRunning: BigInt(oldest), nextTransaction: BigInt(next) };
}

async function begin(db: Database): Promise<void> {
  const [newest] = await db.select({ id: max(events.id) }).from(events);
  await db
    .insert(webhooks)
    .values({ name: 'events', position: newest?.id ?? 0 })
    .onConflictDoNothing();
}

type AdvanceInput = { db: Database; from: number; to: number };

/** Remembers that the receiver took everything up to `to`; false when somebody else has sent in the meantime. */
export async function advance({ db, from, to }: AdvanceInput): Promise<boolean> {
  const moved = await db
    .update(webhooks)
    .set({ position: to, failure: null, failingSince: null })
    .where(sql`${isReceiver} and ${webhooks.position} = ${from}`)
    .returning({ name: webhooks.name });
  return moved.length > 0;
}

type RememberFailureInput = { db: Database; reason: string; now: Date };

/** Remembers why the next event was not taken, and since when that goes on. */
export async function rememberFailure({ db, reason, now }: RememberFailureInput): Promise<void> {
  const since = sql`coalesce(${webhooks.failingSince}, ${sql.param(now, webhooks.failingSince)})`;
  await db.update(webhooks).set({ failure: reason, failingSince: since }).where(isReceiver);
}
