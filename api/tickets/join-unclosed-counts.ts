import type { Logger, Part } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { type Database, unclosedCounts } from '../../db/index.ts';
import { repeat } from '../repeat.ts';

/** How soon the changes of an hour are one row again, in milliseconds. */
const everyMs = 10_000;

/** Keeps the counts of what is not closed few, in the background. */
export function startJoiningUnclosedCounts({ db, logger }: { db: Database; logger: Logger }): Part {
  return repeat({
    everyMs,
    work: () => joinUnclosedCounts(db),
    onError: err => logger.warn({ err }, 'counts of what is not closed were not joined, next time again'),
  });
}

/**
 * Makes one row of all that count tickets of the same hour, category and status, and none of those that count nobody.
 * Several may do so at the same time: each row is taken away by one of them, who adds it up.
 */
export async function joinUnclosedCounts(db: Database): Promise<void> {
  await db.execute(sql`
    with several as (
      select opened_hour, category, status from ${unclosedCounts} group by 1, 2, 3 having count(*) > 1
    ), taken as (
      delete from ${unclosedCounts} as counted using several
      where counted.opened_hour = several.opened_hour and counted.category = several.category
        and counted.status = several.status
      returning counted.*
    )
    insert into ${unclosedCounts} (opened_hour, category, status, tickets)
    select opened_hour, category, status, sum(tickets) from taken group by 1, 2, 3 having sum(tickets) <> 0`);
}
