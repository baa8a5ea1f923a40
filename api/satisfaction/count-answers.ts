import { type Category, type CategoryAnswers, categories } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { closingTimes, type Database, solvedAnswers, tickets } from '../../db/index.ts';
import { monthsAndEdges } from '../tickets/closing-times.ts';

type CountAnswersInput = { db: Database; from: string; to: string };

/**
 * What reporters say of the closed tickets that were opened in a half-open period, for every category. As with closing
 * times, whole months of UTC are counted beforehand and the hours at the edges are corrected, so the cost does not grow
 * with the tickets.
 */
export async function countAnswers({ db, from, to }: CountAnswersInput): Promise<CategoryAnswers[]> {
  const isInMonths = sql`opened_month >= (month_from at time zone 'UTC')::date
    and opened_month < (month_to at time zone 'UTC')::date`;
  const followUps = sql`(select count(*) from ${tickets} as later
    where later.follow_up_of = ticket.number and later.opened_at >= ticket.closed_at)`;
  const counted = sql`(
    with periods (period, from_at, to_at) as (values (1, ${from}::timestamptz, ${to}::timestamptz)), ${monthsAndEdges}
    select category, tickets as closed, 0 as solved, 0 as not_solved, 0 as follow_ups
    from aligned join ${closingTimes} on ${isInMonths}
    union all
    select category, 0, solved, not_solved, follow_ups from aligned join ${solvedAnswers} on ${isInMonths}
    union all
    select category, sign, sign * (solved is true)::int, sign * (solved is false)::int, sign * ${followUps}
    from edges join ${tickets} as ticket
      on status = 'closed' and opened_at >= edges.from_at and opened_at < edges.to_at
  ) as counted`;
  const sum = (column: string) => sql`sum(${sql.raw(column)})`.mapWith(Number);
  const rows = await db
    .select({
      category: sql<Category>`category`,
      closed: sum('closed'),
      solved: sum('solved'),
      notSolved: sum('not_solved'),
      followUps: sum('follow_ups'),
    })
    .from(counted)
    .groupBy(sql`category`);
  const none = { closed: 0, solved: 0, notSolved: 0, followUps: 0 };
  return categories.map(category => rows.find(row => row.category === category) ?? { category, ...none });
}
