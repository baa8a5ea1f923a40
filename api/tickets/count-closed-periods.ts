import { type Category, categories } from '@campus-desk/contract';
import type { Logger, Part } from '@campus-desk/service-kit';
import { type SQL, sql } from 'drizzle-orm';
import { closedChanges, closedPeriods, type Database } from '../../db/index.ts';
import { repeat } from '../repeat.ts';
import { hasChanged, isOf } from './closed-periods.ts';
import { closedByKey } from './closing-times.ts';
import { wholePeriods } from './summary-periods.ts';

/** How soon a changed day is counted again, in milliseconds. */
const everyMs = 10_000;

/** How many days and months are counted at once: a second of work at 1,000 tickets a day. */
const maxAtOnce = 50;

type StartCountingInput = { db: Database; timeZone: string; logger: Logger };

/** Counts in the background what the closed tickets of every day and month of the campus took. */
export function startCountingPeriods({ db, timeZone, logger }: StartCountingInput): Part {
  return repeat({
    everyMs,
    work: async () => {
      await countClosedPeriods({ db, timeZone, now: new Date() });
    },
    onError: err => logger.warn({ err }, 'closed tickets were not counted by day, next time again'),
  });
}

type CountClosedPeriodsInput = { db: Database; timeZone: string; now: Date };

/**
 * Counts the newest days and months that are not counted, or have changed since; false when there are none. What another
 * transaction commits meanwhile stays in closed_changes, so that nobody takes the count for true.
 */
export async function countClosedPeriods({ db, timeZone, now }: CountClosedPeriodsInput): Promise<boolean> {
  const [work] = await db
    .select({
      isNeeded: sql<boolean>`exists (select from ${closedChanges}) or exists (${missing({ timeZone, now })})`,
    })
    .from(sql`(select) as one`);
  if (work?.isNeeded !== true) return false;

  await db.transaction(
    async tx => {
      // One process after the other, and before the snapshot: each sees what the one before has counted. Who closes a
      // ticket, or reads, does not wait.
      await tx.execute(sql`lock table ${closedPeriods} in share update exclusive mode`);
      await tx.execute(sql`select set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)`);
      await tx.delete(closedPeriods).where(hasChanged);
      await tx.delete(closedChanges);
      for (const category of [undefined, ...categories])
        await tx.execute(countMissing({ timeZone, now, category }));
    },
    { isolationLevel: 'repeatable read' },
  );
  return true;
}

type MissingInput = { timeZone: string; now: Date; category?: Category | undefined };

function countMissing({ category, ...input }: MissingInput): SQL {
  return sql`
    with periods as (
      select row_number() over () as period, from_at, to_at from (${missing({ category, ...input })}) as missing
    )
    insert into ${closedPeriods} (from_at, to_at, category, closed, mean, median, p90)
    select from_at, to_at, ${category ?? null}::category, coalesce(closed, 0), mean, median, p90
    from periods left join (${closedByKey({ key: sql`period`, category })}) as closed on key = period::text`;
}

/** The newest days and months that are not counted. */
function missing({ timeZone, now, category }: MissingInput): SQL {
  const whole = (span: 'day' | 'month') => wholePeriods({ span, timeZone, now });
  return sql`
    select from_at, to_at from (${whole('day')} union all ${whole('month')}) as whole
    where not exists (
      select from ${closedPeriods} as counted
      where counted.from_at = whole.from_at and counted.to_at = whole.to_at and ${isOf(category)}
    )
    order by from_at desc limit ${maxAtOnce}`;
}
