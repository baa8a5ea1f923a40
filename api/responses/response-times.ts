import type { ResponseTimes } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { type Database, firstResponses, responseTimes, workingTimes } from '../../db/index.ts';
import { monthsAndEdges, percentile } from '../tickets/closing-times.ts';

/** A half-open period of opening. */
type Period = { from: string; to: string };

/** How many tickets of a period were answered, and how fast. */
export type PeriodTimes = Pick<ResponseTimes, 'responded' | 'response'>;

type ReadResponseTimesInput = { db: Database; periods: readonly Period[]; inWorkingHours: boolean };

/**
 * The first responses to the tickets of each period, in their order. As with closing times, whole months of UTC are
 * counted beforehand and the hours at the edges are corrected, so the cost does not grow with the tickets.
 */
export async function readResponseTimes(input: ReadResponseTimesInput): Promise<PeriodTimes[]> {
  const { db, periods, inWorkingHours } = input;
  if (periods.length === 0) return [];
  const values = periods.map(
    ({ from, to }, index) => sql`(${index}::int, ${from}::timestamptz, ${to}::timestamptz)`,
  );
  const rows = await db
    .select({
      period: sql`period`.mapWith(Number),
      responded: sql`responded`.mapWith(Number),
      meanSeconds: sql`mean`.mapWith(Number),
      medianSeconds: sql`median`.mapWith(Number),
      p90Seconds: sql`p90`.mapWith(Number),
    })
    .from(sql`(${countedByPeriod({ values: sql.join(values, sql`, `), inWorkingHours })}) as counted`);
  return periods.map((_, index) => {
    const row = rows.find(({ period }) => period === index);
    if (row === undefined) return { responded: 0, response: null };
    const { responded, meanSeconds, medianSeconds, p90Seconds } = row;
    return { responded, response: { meanSeconds, medianSeconds, p90Seconds } };
  });
}

type CountedByPeriodInput = { values: SQL; inWorkingHours: boolean };

function countedByPeriod({ values, inWorkingHours }: CountedByPeriodInput): SQL {
  const times = inWorkingHours ? workingTimes : responseTimes;
  const between = sql.raw(inWorkingHours ? 'working_milliseconds' : 'milliseconds_between');
  return sql`
    with periods (period, from_at, to_at) as (values ${values}), ${monthsAndEdges}, counted as (
      select period, duration_step, tickets, milliseconds
      from aligned join ${times} on opened_month >= (month_from at time zone 'UTC')::date
        and opened_month < (month_to at time zone 'UTC')::date
      union all
      select period, duration_step(took), sign, sign * took
      from edges join ${firstResponses} on opened_at >= edges.from_at and opened_at < edges.to_at,
        ${between}(opened_at, responded_at) as took
    ), steps as (
      select period, duration_step, sum(tickets)::double precision as tickets, sum(milliseconds::double precision) / 1000 as seconds
      from counted group by 1, 2 having sum(tickets) > 0
    ), ranked as (
      select period, seconds, seconds / tickets as each,
        sum(tickets) over (partition by period order by duration_step rows unbounded preceding) as up_to,
        sum(tickets) over (partition by period) as closed
      from steps
    )
    select period, max(closed) as responded, sum(seconds) / max(closed) as mean,
      ${percentile(0.5)} as median, ${percentile(0.9)} as p90
    from ranked group by period`;
}
