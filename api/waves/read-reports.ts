import { type SQL, sql } from 'drizzle-orm';
import { type Database, followers, tickets, waveTickets } from '../../db/index.ts';
import { type History, historyMs, type Report, weekMs, windowMs } from './likely-reports.ts';

/** More within two hours are not read: the newest decide. */
const maxRecent = 500;

/** Of the weeks before, the newest are read, and so many are counted. */
const maxNewest = 4000;
const maxCounted = 100_000;

type ReadInput = { db: Database; now: SQL };

/** The reports of the last two hours, oldest first: of tickets that are neither closed nor duplicates. The clock of who dated them may be ahead. */
export async function readRecent({ db, now }: ReadInput): Promise<Report[]> {
  const isCounted = sql`${tickets.status} <> 'closed' and ${tickets.duplicateOf} is null`;
  const from = ago({ now, ms: windowMs });
  return (await readNewest({ db, isCounted, from, limit: maxRecent })).reverse();
}

type ReadHistoryInput = ReadInput & {
  /** No ticket before this number is known by what it tells. */
  firstKnown: number;
};

/** What the weeks before that had, apart from the reports of waves. */
export async function readHistory({ db, now, firstKnown }: ReadHistoryInput): Promise<History> {
  const isCounted = sql`not exists (select from ${waveTickets} where ${waveTickets.ticketNumber} = ${tickets.number})`;
  const [from, to] = [ago({ now, ms: historyMs }), ago({ now, ms: windowMs })];
  const [weekSeconds, windowSeconds] = [weekMs / 1000, windowMs / 1000];
  const [counted] = await db
    .select({
      reports: sql<number>`count(*)::int`,
      atThisHour: sql<number>`(count(*) filter (
        where mod(floor(extract(epoch from ${now} - at))::bigint, ${weekSeconds}) < ${windowSeconds}))::int`,
      weeks: sql<number>`coalesce(extract(epoch from ${now} - min(at)) / ${weekSeconds}, 0)::float8`,
    })
    .from(reportsOf({ isCounted, from, to, limit: maxCounted }));
  const isKnown = sql`${isCounted} and ${tickets.number} >= ${firstKnown}`;
  const newest = await readNewest({ db, isCounted: isKnown, from, to, limit: maxNewest });
  return { reports: 0, atThisHour: 0, weeks: 0, ...counted, newest };
}

function ago({ now, ms }: { now: SQL; ms: number }): SQL {
  return sql`${now} - make_interval(secs => ${ms / 1000})`;
}

/** The newest reports first. */
function readNewest({ db, ...between }: ReportsOfInput & { db: Database }): Promise<Report[]> {
  return db
    .select({
      number: sql<number>`number`,
      person: sql<string>`person`,
      at: sql<Date>`at`.mapWith(tickets.openedAt),
    })
    .from(reportsOf(between))
    .orderBy(sql`at desc`)
    .limit(between.limit);
}

type ReportsOfInput = { isCounted: SQL; from: SQL; to?: SQL; limit: number };

/** Filings and joinings, each read backwards by its index on time, so many of each. */
function reportsOf({ isCounted, from, to, limit }: ReportsOfInput): SQL {
  const isThen = (at: SQL) => sql`${at} > ${from} ${to && sql`and ${at} <= ${to}`} and ${isCounted}`;
  const [opened, since] = [sql`${tickets.openedAt}`, sql`${followers.since}`];
  return sql`(
    (select ${tickets.number} as number, ${tickets.reporterId} as person, ${opened} as at
      from ${tickets} where ${isThen(opened)} order by ${opened} desc limit ${limit})
    union all
    (select ${tickets.number}, ${followers.userId}, ${since}
      from ${followers} join ${tickets} on ${tickets.number} = ${followers.ticketNumber}
      where ${isThen(since)} order by ${since} desc limit ${limit})
  ) as reports`;
}
