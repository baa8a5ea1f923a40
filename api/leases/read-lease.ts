import type { Lease } from '@campus-desk/contract';
import { and, eq, gt, not, sql } from 'drizzle-orm';
import { leases } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isLocked } from './session-lock.ts';

/** Tied to a lock that no session has any more: its holder's connection or its API has ended. */
export const isAbandoned = sql`(${leases.anchor} is not null and not ${isLocked(leases.anchor)})`;

type ReadLeaseInput = { context: Context; name: string };

/** Who holds the lease now, by the database's time. */
export async function readLease({ context, name }: ReadLeaseInput): Promise<Lease> {
  const { db, databaseTime } = context;
  const [held] = await db
    .select()
    .from(leases)
    .where(and(eq(leases.name, name), gt(leases.expiresAt, databaseTime()), not(isAbandoned)));
  if (held === undefined) return { name, holder: null, expiresAt: null };
  return { name, holder: held.holder, expiresAt: held.expiresAt.toISOString(), fence: held.fence };
}
