import { maxTotal } from '@campus-desk/contract';
import { and, desc, max, type SQL, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

/** How many of the newest tickets are looked through first; a word that is in every tenth is found often enough there. */
const firstLook = 10_000;

/** So few matches are all read, which is quicker than finding out which of them are new. */
const fewMatches = 3_000;

/** From here on the index of words is faster than the tickets one after the other. */
const farLook = 50_000;

/** A further look goes this much farther than the last one let expect. */
const margin = 1.5;

type NewestMatchesInput = {
  db: Database;
  filters: SQL[];
  /** No closed ticket is wanted: what is left is few. */
  areFew: boolean;
};

/** The numbers of the newest matches, and whether these are all. */
type NewestMatches = { numbers: number[]; isAll: boolean };

/**
 * The newest thousand tickets that match, by a transaction. To rank matches each must be read; so a word that is in every
 * tenth ticket would cost more with every ticket there is. How far back the thousand reach is found by looking at ever
 * more of the newest tickets, until there are enough.
 */
export async function newestMatches(input: NewestMatchesInput): Promise<NewestMatches> {
  const { db, filters, areFew } = input;
  // Looking up a common word among all tickets takes ten times longer than reading those that are not closed.
  if (areFew) await db.execute(sql`select set_config('enable_bitmapscan', 'off', true)`);
  const [newest] = await db.select({ number: max(tickets.number) }).from(tickets);
  const last = newest?.number ?? 0;
  for (let look = firstLook; ; ) {
    const from = areFew ? 0 : last - look;
    const found = await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(and(...filters, from > 0 ? sql`${tickets.number} > ${from}` : undefined))
      .orderBy(desc(tickets.number))
      .limit(maxTotal + 1);
    const numbers = found.slice(0, maxTotal).map(({ number }) => number);
    if (found.length > maxTotal || from <= 0) return { numbers, isAll: found.length <= maxTotal };

    const share = Math.max(1, found.length) / look;
    look = share * last <= fewMatches ? last : Math.ceil((margin * maxTotal) / share);
    // PostgreSQL takes a look at words for cheap, and would read all these tickets to find those that match: 250 ms instead
    // of 20 at 1,000,000 tickets.
    if (look > farLook) await db.execute(sql`select set_config('enable_indexscan', 'off', true)`);
  }
}
