import { type SQL, sql } from 'drizzle-orm';
import { type Database, followers, tickets, waveTickets } from '../../db/index.ts';
import { historyMs, type Report, windowMs } from './likely-reports.ts';

/** More within two hours, or in the weeks before, are not read: the newest decide. */
const maxRecent = 500;
const maxHistory = 5000;

type ReadInput = { db: Database; now: SQL };

/** The reports of the last two hours, oldest first: of tickets that are neither closed nor duplicates. The clock of who dated them may be ahead. */
export function readRecent({ db, now }: ReadInput): Promise<Report[]> {
  const isCounted = sql`${tickets.status} <> 'closed' and ${tickets.duplicateOf} is null`;
  return read({ db, isCounted, from: ago({ now, ms: windowMs }), limit: maxRecent });
}

/** The reports of the weeks before that, apart from those of waves. */
export function readHistory({ db, now }: ReadInput): Promise<Report[]> {
  const isCounted = sql`not exists (select from ${waveTickets} where ${waveTickets.ticketNumber} = ${tickets.number})`;
  const [from, to] = [ago({ now, ms: historyMs }), ago({ now, ms: windowMs })];
  return read({ db, isCounted, from, to, limit: maxHistory });
}

function ago({ now, ms }: { now: SQL; ms: number }): SQL {
  return sql`${now} - make_interval(secs => ${ms / 1000})`;
}

type ReadBetweenInput = { db: Database; isCounted: SQL; from: SQL; to?: SQL; limit: number };

/** Filings and joinings, each read backwards by its index on time. */
async function read({ db, isCounted, from, to, limit }: ReadBetweenInput): Promise<Report[]> {
  const isThen = (at: SQL) => sql`${at} > ${from} ${to && sql`and ${at} <= ${to}`} and ${isCounted}`;
  const [opened, since] = [sql`${tickets.openedAt}`, sql`${followers.since}`];
  const reports = sql`(
    (select ${tickets.number} as number, ${tickets.reporterId} as person, ${opened} as at
      from ${tickets} where ${isThen(opened)} order by ${opened} desc limit ${limit})
    union all
    (select ${tickets.number}, ${followers.userId}, ${since}
      from ${followers} join ${tickets} on ${tickets.number} = ${followers.ticketNumber}
      where ${isThen(since)} order by ${since} desc limit ${limit})
  ) as reports`;
  return db
    .select({
      number: sql<number>`number`,
      person: sql<string>`person`,
      at: sql<Date>`at`.mapWith(tickets.openedAt),
    })
    .from(reports)
    .orderBy(sql`at`);
}
