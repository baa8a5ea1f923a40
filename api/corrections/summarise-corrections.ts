import type { Category, CorrectionMonth, CorrectionSummary, OpenedPeriod } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { corrections, type Database } from '../../db/index.ts';
import { countByMonth, type OpenedMonth } from '../tickets/count-by-month.ts';

type SummariseCorrectionsInput = { db: Database; query: OpenedPeriod; timeZone: string };

/**
 * How many tickets were categorised automatically and how many of them people corrected, by the month of opening in
 * `timeZone`. A ticket counts once: the category of the categoriser against that of the last person.
 */
export async function summariseCorrections(input: SummariseCorrectionsInput): Promise<CorrectionSummary> {
  const { db, query, timeZone } = input;
  // The corrections first: a ticket filed meanwhile is counted, never a correction without its ticket.
  const said = await readSaid({ db, query, timeZone });
  const months = await countByMonth({ db, query, timeZone });
  return { timeZone, months: months.map(month => toMonth({ month, said })) };
}

type Said = { month: string; from: Category; to: Category; count: number };

type ReadSaidInput = { db: Database; query: OpenedPeriod; timeZone: string };

function readSaid(input: ReadSaidInput): Promise<Said[]> {
  const { db, timeZone } = input;
  const { openedFrom, openedTo } = input.query;
  const { ticketNumber, id, from, to, openedAt } = corrections;
  const perTicket = sql`
    select min(${openedAt}) as opened_at, (array_agg(${from} order by ${id}))[1] as was,
      (array_agg(${to} order by ${id} desc))[1] as is
    from ${corrections}
    where ${isWithin({ column: sql`${openedAt}`, openedFrom, openedTo })}
    group by ${ticketNumber}`;
  return db
    .select({
      month: sql<string>`to_char(opened_at at time zone ${timeZone}::text, 'YYYY-MM') as month`,
      from: sql<Category>`was`,
      to: sql<Category>`"is"`,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(sql`(${perTicket}) as said`)
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1, 2, 3`);
}

function isWithin({ column, openedFrom, openedTo }: { column: SQL } & OpenedPeriod): SQL {
  return sql`${column} >= coalesce(${openedFrom ?? null}::timestamptz, '-infinity')
    and ${column} < coalesce(${openedTo ?? null}::timestamptz, 'infinity')`;
}

function toMonth({ month, said }: { month: OpenedMonth; said: Said[] }): CorrectionMonth {
  const { key, from, to, count } = month;
  const here = said.filter(one => one.month === key);
  const corrected = here.filter(one => one.from !== one.to);
  return {
    key,
    from,
    to,
    categorised: count,
    confirmed: total(here) - total(corrected),
    corrected: total(corrected),
    corrections: corrected.map(({ from, to, count }) => ({ from, to, count })),
  };
}

function total(said: Said[]): number {
  return said.reduce((sum, { count }) => sum + count, 0);
}
