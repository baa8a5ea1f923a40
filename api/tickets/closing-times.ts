import type { Category } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { closingTimes, tickets } from '../../db/index.ts';

type ClosedByKeyInput = {
  key: SQL;
  category: Category | undefined;
  /** Whether there is one period, of all tickets there are: these are counted beforehand together. */
  isEver?: boolean;
};

/**
 * Closed tickets of some periods (a relation `periods` of period, from_at, to_at) as rows of key, closed, mean,
 * median, p90 in seconds.
 *
 * What is closed is counted beforehand, by month in UTC (closing_times), so the cost does not grow with the closed
 * tickets. A period that begins or ends elsewhere, such as a month in Rome, is corrected at its edges from the tickets
 * themselves: those of a few hours are added or subtracted. So the same counts serve every time zone.
 *
 * The mean is exact. For median and 90 % a ticket counts with the mean of its step of 2 %: they are exact while
 * tickets are few, and never more than 2 % off.
 */
export function closedByKey({ key, category, isEver = false }: ClosedByKeyInput): SQL {
  const isInMonths = isEver
    ? sql`opened_month = '-infinity'`
    : sql`opened_month >= (month_from at time zone 'UTC')::date and opened_month < (month_to at time zone 'UTC')::date`;
  const isWanted = category === undefined ? sql`true` : sql`category = ${category}`;
  return sql`
    with ${monthsAndEdges}, counted as (
      select period, months.*
      from aligned, lateral (
        select category, duration_step, sum(tickets)::int as tickets, sum(milliseconds::double precision) as milliseconds
        from ${closingTimes}
        where ${isWanted} and ${isInMonths}
        group by 1, 2
      ) as months
      union all
      select period, category, duration_step(took), sign, sign * took
      from (
        select period, category, sign, milliseconds_between(opened_at, closed_at) as took
        from edges join ${tickets} on status = 'closed' and ${isWanted} and opened_at >= edges.from_at and opened_at < edges.to_at
      ) as read
    ), steps as (
      select ${key} as key, duration_step, sum(tickets)::double precision as tickets, sum(milliseconds) / 1000 as seconds
      from counted
      group by 1, 2
      having sum(tickets) > 0
    ), ranked as (
      select key, tickets, seconds, seconds / tickets as each,
        sum(tickets) over (partition by key order by duration_step rows unbounded preceding) as up_to,
        sum(tickets) over (partition by key) as closed
      from steps
    )
    select key::text as key, max(closed) as closed, sum(seconds) / max(closed) as mean,
      ${percentile(0.5)} as median, ${percentile(0.9)} as p90
    from ranked group by key`;
}

/** The start of the month, in UTC, that is nearest to an instant. */
function nearestMonth(instant: SQL): SQL {
  return sql`date_trunc('month', ${instant} at time zone 'UTC' + interval '15 days') at time zone 'UTC'`;
}

/** A day in the middle of a month is read by itself, not as the month without all of its other days. */
const isShorterThanEdges = sql`
  to_at - from_at < greatest(from_at - month_from, month_from - from_at) + greatest(to_at - month_to, month_to - to_at)`;

/**
 * Relations of a statement with `periods` (period, from_at, to_at): `aligned` has the whole months of each, from month_from
 * to month_to, and `edges` what is to be added to these (sign 1) or taken away (-1).
 */
export const monthsAndEdges = sql`
  nearest as (
    select period, from_at, to_at, ${nearestMonth(sql`from_at`)} as month_from, ${nearestMonth(sql`to_at`)} as month_to
    from periods
  ), aligned as (
    select period, from_at, to_at, month_from, case when ${isShorterThanEdges} then month_from else month_to end as month_to
    from nearest
  ), edges as (
    select period, 1 as sign, from_at, to_at from aligned where month_from >= month_to
    union all select period, 1, from_at, month_from from aligned where month_from < month_to and from_at < month_from
    union all select period, -1, month_from, from_at from aligned where month_from < month_to and from_at > month_from
    union all select period, 1, month_to, to_at from aligned where month_from < month_to and to_at > month_to
    union all select period, -1, to_at, month_to from aligned where month_from < month_to and to_at < month_to
  )`;

/** As percentile_cont() does: between the two tickets next to the wanted position. */
export function percentile(share: number): SQL {
  const position = sql`${sql.raw(String(share))}::double precision * (closed - 1)`;
  const below = sql`min(each) filter (where up_to > floor(${position}))`;
  const above = sql`min(each) filter (where up_to > ceil(${position}))`;
  return sql`${below} + (${above} - ${below}) * max(${position} - floor(${position}))`;
}
