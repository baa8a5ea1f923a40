import type { Category } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { closedChanges, closedPeriods } from '../../db/index.ts';
import { closedByKey } from './closing-times.ts';

/** Whether something is known to have changed in a period (a row with from_at and to_at) since it was counted. */
export const hasChanged = sql`
  exists (select from ${closedChanges} where first_opened_at < to_at and last_opened_at >= from_at)`;

/** Whether a counted period is of that category, or of all. */
export function isOf(category: Category | undefined): SQL {
  return category === undefined ? sql`category is null` : sql`category = ${category}`;
}

/**
 * As closedByKey(), by period: whole days and months of the campus are counted beforehand (closed_periods). What is not,
 * such as a day that is cut off, and what has changed since then, is read as it stands, so the figures are the same.
 */
export function closedByPeriod({ category }: { category: Category | undefined }): SQL {
  return sql`
    with known as materialized (
      select period, closed, mean, median, p90
      from periods join ${closedPeriods} using (from_at, to_at)
      where ${isOf(category)} and not ${hasChanged}
    ), others as (
      with periods as (select * from periods where period not in (select period from known))
      select * from (${closedByKey({ key: sql`period`, category })}) as closed
    )
    select period::text as key, closed, mean, median, p90 from known
    union all select key, closed, mean, median, p90 from others`;
}
