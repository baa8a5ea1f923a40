import { type Grouping, maxGroups } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';

/** The groupings by time, with the span of one group. */
const spans: Partial<Record<Grouping, 'hour' | 'day' | 'month'>> = {
  openedHour: 'hour',
  openedDay: 'day',
  openedMonth: 'month',
};

/** Whether the groups are periods, so that also those without a ticket are counted. */
export function isByTime(groupBy: Grouping): boolean {
  return groupBy in spans;
}

type PeriodsOfInput = {
  groupBy: Grouping;
  from: string | undefined;
  to: string | undefined;
  timeZone: string;
};

/**
 * The periods of a summary as rows of period (from 1), starts_at, from_at and to_at: the hours, days or months of a
 * time zone that the asked time touches, cut off at its ends; one period when the grouping is not by time. Without
 * given ends they are whole, from that of the first ticket to that of the last. One more than allowed comes when there
 * are too many.
 */
export function periodsOf({ groupBy, from, to, timeZone }: PeriodsOfInput): SQL {
  const span = spans[groupBy];
  const first = sql`(select min(opened_at) from tickets)`;
  const last = sql`(select max(opened_at) from tickets)`;
  const [givenFrom, givenTo] = [from, to].map(given => sql`${given ?? null}::timestamptz`);
  const asked = (begin: SQL, end: SQL) => sql`
    select coalesce(${givenFrom}, ${begin}) as from_at, coalesce(${givenTo}, ${end}) as to_at`;
  if (span === undefined) {
    // Whole months of UTC, because those are counted beforehand.
    const month = (instant: SQL) => sql`date_trunc('month', ${instant}, 'UTC')`;
    const all = asked(month(first), month(sql`${last} + interval '1 month'`));
    return sql`select 1::bigint as period, from_at as starts_at, from_at, to_at from (${all}) as asked`;
  }

  return sql`
    select row_number() over (order by starts_at) as period, starts_at, greatest(starts_at, ${givenFrom}) as from_at,
      least(ends_at, ${givenTo}) as to_at
    from (${asked(first, sql`${last} + interval '1 millisecond'`)}) as asked, lateral (${spansOf({ span, timeZone })}) as spans`;
}

type WholePeriodsInput = { span: 'day' | 'month'; timeZone: string; now: Date };

/**
 * The days or months of a time zone from the first ticket to now, as many as one answer may have, as rows of from_at and
 * to_at.
 */
export function wholePeriods({ span, timeZone, now }: WholePeriodsInput): SQL {
  const until = sql`${now.toISOString()}::timestamptz`;
  return sql`
    select starts_at as from_at, ends_at as to_at
    from (
      select greatest(first, ${until} - ${maxGroups} * ${sql.raw(`interval '1 ${span}'`)}) as from_at, ${until} as to_at
      from (select min(opened_at) as first from tickets) as tickets where first is not null
    ) as asked, lateral (${spansOf({ span, timeZone })}) as spans`;
}

type SpansOfInput = { span: 'hour' | 'day' | 'month'; timeZone: string };

/** The hours, days or months that the time from from_at to to_at touches, whole, as rows of starts_at and ends_at. */
function spansOf({ span, timeZone }: SpansOfInput): SQL {
  return sql`
    select starts_at, ends_at
    from (
      select starts_at, lead(starts_at) over (order by starts_at) as ends_at
      from (${startsOf({ span, timeZone })}) as starts
    ) as spans
    where starts_at < to_at and ends_at is not null`;
}

/**
 * The starts until to_at and at least one more. Hours follow each other evenly; days and months begin at local midnight.
 * Where clocks are put back to midnight it comes twice, and PostgreSQL takes the second: an hour after 23:00 is the first,
 * unless clocks skip 23:00.
 */
function startsOf({ span, timeZone }: SpansOfInput): SQL {
  const step = sql.raw(`interval '1 ${span}'`);
  const end = sql`least(to_at, from_at + ${maxGroups + 1} * ${step})`;
  if (span === 'hour')
    return sql`select generate_series(date_trunc('hour', from_at, ${timeZone}::text), ${end} + ${step}, ${step}) as starts_at`;

  const local = (instant: SQL) => sql`${instant} at time zone ${timeZone}::text`;
  const hour = sql.raw(`interval '1 hour'`);
  const first = sql`date_trunc(${sql.raw(`'${span}'`)}, ${local(sql`from_at`)})`;
  return sql`
    select least(${local(sql`wall_time`)}, (${local(sql`(wall_time - ${hour})`)}) + ${hour}) as starts_at
    from generate_series(${first}, ${local(end)} + ${step}, ${step}) as wall_time`;
}
