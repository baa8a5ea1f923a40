import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, workingTimes } from '../../db/index.ts';

const month = sql`date_trunc('month', opened_at at time zone 'UTC')::date`;

const maxAttempts = 20;

/**
 * Counts by the office hours that are stored how long every first response took, in the transaction that stored them. What
 * takes long is done before anybody has to wait; under the lock only what was answered, or deleted, since is added or
 * taken away.
 */
export async function countWorkingTimes(tx: Database): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`
    create temporary table worked on commit drop as
    select ticket_number, opened_at, working_milliseconds(opened_at, responded_at) as took from first_responses`);
  await tx.execute(sql`
    create temporary table counted on commit drop as
    select ${month} as opened_month, duration_step(took) as duration_step, count(*) as tickets,
      sum(took) as milliseconds
    from worked where took is not null group by 1, 2`);
  await lockResponses(tx);
  await tx.delete(workingTimes);
  await tx.execute(sql`
    insert into working_times (opened_month, duration_step, tickets, milliseconds)
    select opened_month, duration_step, sum(tickets), sum(milliseconds)
    from (
      select * from counted
      union all
      select ${month}, duration_step(took), sign, sign * took
      from (
        select opened_at, took, -1 as sign
        from worked where not exists (select from first_responses as now where now.ticket_number = worked.ticket_number)
        union all
        select opened_at, working_milliseconds(opened_at, responded_at), 1
        from first_responses as now
        where not exists (select from worked where now.ticket_number = worked.ticket_number)
      ) as changed
      where took is not null
    ) as times
    group by 1, 2 having sum(tickets) > 0`);
}

/** Waits no longer than usual at once, because everybody waits behind a lock that is waited for; the count is kept. */
async function lockResponses(tx: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await tx.transaction(async inner => {
        await inner.execute(sql`lock table first_responses in share row exclusive mode`);
      });
      return;
    } catch (error) {
      if (attempt === maxAttempts) throw error;
      await wait(attempt * 100);
    }
}
