import { maxTotal } from '@campus-desk/contract';
import { and, desc, max, type SQL, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

/** How many of the newest tickets are looked through first, and how much farther each further look goes. */
const firstLook = 20_000;
const farther = 4;

type NewestMatchesInput = { db: Database; filters: SQL[] };

/**
 * The condition that a ticket is one of the newest thousand that match, and whether these are all. To rank matches each
 * must be read; so a word that is in every tenth ticket would cost more with every ticket there is. How far back the
 * thousand reach is found by looking at ever more of the newest tickets, until there are enough.
 */
export async function newestMatches(input: NewestMatchesInput): Promise<{ isNew: SQL; isAll: boolean }> {
  const { db, filters } = input;
  const [newest] = await db.select({ number: max(tickets.number) }).from(tickets);
  const last = newest?.number ?? 0;
  for (let look = firstLook; ; look *= farther) {
    const from = last - look;
    const [thousandth] = await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(and(...filters, sql`${tickets.number} > ${from}`))
      .orderBy(desc(tickets.number))
      .offset(maxTotal)
      .limit(1);
    if (thousandth) return { isNew: sql`${tickets.number} > ${thousandth.number}`, isAll: false };
    if (from <= 0) return { isNew: sql`true`, isAll: true };
  }
}
