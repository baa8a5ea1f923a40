import { randomInt } from 'node:crypto';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database } from '../../db/index.ts';

/** Any number, the same in every process: the first half of the key of every lock that leases are tied to. */
const lockClass = 7_266_124;
const maxKey = 2 ** 31;

/** Takes a new advisory lock and answers its key: the database lets go of it when the session ends, however it ends. */
export async function lockForSession(session: Database): Promise<number> {
  const key = randomInt(maxKey);
  await session.execute(sql`select pg_advisory_lock(${lockClass}::int, ${key}::int)`);
  return key;
}

/** Lets go of a lock; one that its session has lost already is no matter. */
export async function unlockForSession({ session, key }: { session: Database; key: number }): Promise<void> {
  await session.execute(sql`select pg_advisory_unlock(${lockClass}::int, ${key}::int)`);
}

/** Whether any database session has the lock with this key. */
export function isLocked(key: SQLWrapper): SQL {
  return sql`exists (
    select from pg_locks
    where locktype = 'advisory' and classid = ${lockClass} and objid = ${key}::oid and objsubid = 2
      and database = (select oid from pg_database where datname = current_database()))`;
}
