import type { Lease, TakeLease } from '@campus-desk/contract';
import { eq, lte, or, sql } from 'drizzle-orm';
import { leases } from '../../db/index.ts';
import type { Context } from '../context.ts';

type TakeLeaseInput = { context: Context; name: string } & TakeLease;

/**
 * Takes or renews the lease unless somebody else holds it, and answers who holds it now. `ttlSeconds` 0 gives it
 * back. One upsert decides, so of several who ask at once one gets it.
 */
export async function takeLease(input: TakeLeaseInput): Promise<Lease> {
  const { name, holder, ttlSeconds } = input;
  const { db, clock } = input.context;
  const now = clock();
  const expiresAt = new Date(now.getTime() + ttlSeconds * 1000);
  await db
    .insert(leases)
    .values({ name, holder, expiresAt })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: sql`excluded.holder`, expiresAt: sql`excluded.expires_at` },
      setWhere: or(eq(leases.holder, holder), lte(leases.expiresAt, now)),
    });
  const [held] = await db.select().from(leases).where(eq(leases.name, name));
  if (held === undefined || held.expiresAt <= now) return { name, holder: null, expiresAt: null };
  return { name, holder: held.holder, expiresAt: held.expiresAt.toISOString() };
}
