import type { Lease, TakeLease } from '@campus-desk/contract';
import { and, eq, gt, lte, or, sql } from 'drizzle-orm';
import { leases } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isAbandoned, readLease } from './read-lease.ts';
import { isLocked } from './session-lock.ts';

type TakeLeaseInput = { context: Context; name: string } & TakeLease;

/**
 * Takes or renews the lease unless somebody else holds it, and answers who holds it now. `ttlSeconds` 0 gives it
 * back. One statement decides, by the database's time, so of several who ask at once one gets it.
 */
export async function takeLease(input: TakeLeaseInput): Promise<Lease> {
  const { holder, ttlSeconds } = input;
  if (ttlSeconds === 0) {
    await giveBack(input);
    return readLease(input);
  }
  // A standby asks twice a second: that must not write.
  const held = await readLease(input);
  if (held.holder !== null && held.holder !== holder) return held;
  await takeOrRenew(input);
  return readLease(input);
}

async function takeOrRenew(input: TakeLeaseInput): Promise<void> {
  const { name, holder, ttlSeconds, fence } = input;
  const { db, databaseTime } = input.context;
  const now = databaseTime();
  const isRenewed = and(eq(leases.holder, holder), eq(leases.fence, fence ?? -1), isLocked(leases.anchor));
  await db
    .insert(leases)
    .values({ name, holder, expiresAt: sql`${now} + make_interval(secs => ${ttlSeconds})` })
    .onConflictDoUpdate({
      target: leases.name,
      set: {
        holder: sql`excluded.holder`,
        expiresAt: sql`excluded.expires_at`,
        fence: sql`${leases.fence} + (${leases.holder} <> excluded.holder)::int`,
        anchor: sql`case when ${isRenewed} then ${leases.anchor} end`,
      },
      setWhere: or(eq(leases.holder, holder), lte(leases.expiresAt, now), isAbandoned),
    });
}

async function giveBack({ context, name, holder }: TakeLeaseInput): Promise<void> {
  const { db, databaseTime } = context;
  await db
    .update(leases)
    .set({ expiresAt: sql`${databaseTime()}`, anchor: null })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), gt(leases.expiresAt, databaseTime())));
}
