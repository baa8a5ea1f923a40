import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { events, tickets } from '../schema/index.ts';

type IntoEmptyDatabaseInput = { db: Database; fill: (tx: Database) => Promise<number> };

/**
 * Runs `fill` in one transaction if there is no ticket, and answers how many it made; undefined when there is one.
 * The table is locked meanwhile, so of several at once one fills it, and no ticket is filed in between.
 */
export function intoEmptyDatabase({ db, fill }: IntoEmptyDatabaseInput): Promise<number | undefined> {
  return db.transaction(async tx => {
    // Filling takes as long as it takes, and so does waiting for somebody else who fills it; no person waits for either.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await tx.execute(sql`set local lock_timeout = 0`);
    await tx.execute(sql`lock table ${tickets} in share row exclusive mode`);
    const [any] = await tx.select({ number: tickets.number }).from(tickets).limit(1);
    if (any !== undefined) return undefined;

    const filled = await fill(tx);
    await tx.execute(sql`select setval(pg_get_serial_sequence('tickets', 'number'), ${filled})`);
    // The embedded database never analyses its tables by itself.
    await tx.execute(sql`analyze ${tickets}, ${events}`);
    return filled;
  });
}
