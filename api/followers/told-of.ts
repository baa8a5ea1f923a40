import { or, type SQL, sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';

/** The tickets of which this person is told: by their number, what others make of them looked up once for all. */
export function isTold(userId: SQL): SQL | undefined {
  const followed = sql`array(select ticket_number from followers where user_id = ${userId})`;
  const originals = sql`array(select duplicate_of from tickets as duplicates
    where duplicate_of is not null and (reporter_id = ${userId} or number = any(${followed})))`;
  return or(
    sql`${tickets.reporterId} = ${userId}`,
    sql`${tickets.number} = any(${followed})`,
    sql`${tickets.number} = any(${originals})`,
  );
}
