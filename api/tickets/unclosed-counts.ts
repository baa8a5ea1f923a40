import type { Category, Status } from '@campus-desk/contract';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { tickets, unclosedCounts } from '../../db/index.ts';

type UnclosedByKeyInput = { key: SQL; wanted: readonly Status[]; category: Category | undefined };

/**
 * Tickets of some periods (a relation `periods` of period, from_at, to_at) that are not closed, as rows of key, open, active.
 *
 * They are counted beforehand by hour of opening, so the cost does not grow with them; those of an hour that a period
 * begins in, or ends in before the last ticket, are read.
 */
export function unclosedByKey({ key, wanted, category }: UnclosedByKeyInput): SQL {
  const isCounted = and(
    inArray(sql`status`, [...wanted]),
    category === undefined ? undefined : eq(sql`category`, category),
  );
  return sql`
    with whole as (
      select period, from_at, to_at, ${nextHour(sql`from_at`)} as hour_from,
        case when to_at > (select max(opened_at) from ${tickets}) then ${nextHour(sql`to_at`)} else date_trunc('hour', to_at, 'UTC') end as hour_to
      from periods
    ), cut as (
      select period, from_at, least(hour_from, to_at) as to_at from whole where from_at < hour_from
      union all select period, hour_to, to_at from whole where hour_to >= hour_from and hour_to < to_at
    ), unclosed as (
      select period, counted.*
      from whole, lateral (
        select category, status, sum(tickets) as tickets from ${unclosedCounts}
        where opened_hour >= hour_from and opened_hour < hour_to and ${isCounted} group by 1, 2
      ) as counted
      union all
      select period, counted.*
      from cut, lateral (
        select category, status, count(*) from ${tickets}
        where status <> 'closed' and opened_at >= from_at and opened_at < to_at and ${isCounted} group by 1, 2
      ) as counted
    )
    select ${key}::text as key, sum(tickets) filter (where status = 'open') as open,
      sum(tickets) filter (where status = 'active') as active
    from unclosed group by 1`;
}

/** The start of the hour at an instant or after it. */
function nextHour(instant: SQL): SQL {
  return sql`date_trunc('hour', ${instant} + interval '1 hour' - interval '1 millisecond', 'UTC')`;
}
