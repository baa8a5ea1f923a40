import { type Role, visibleStatuses } from '@campus-desk/contract';
import { and, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { conditionsOf } from './list-filters.ts';

type CountTicketsInput = {
  db: Database;
  role: Role;
  /** Words with the `tsquery` that finds each. */
  words: readonly { word: string; query: string }[];
  /** More are not counted. */
  most: number;
};

/** How many tickets that the role may see have each word. */
export async function countTickets(input: CountTicketsInput): Promise<Map<string, number>> {
  const { db, role, words, most } = input;
  const visible = conditionsOf({ filters: { wanted: visibleStatuses[role], fields: [] }, given: () => null });
  const asked = JSON.stringify(words.map(({ word, query }) => ({ word, query })));
  const rows = await db
    .select({
      word: sql<string>`t.word`,
      count: sql<number>`(select count(*)::int from (select from ${tickets}
        where ${and(...visible, sql`${tickets.search} @@ t.query::tsquery`)} limit ${most}) as found)`,
    })
    .from(sql`jsonb_to_recordset(${asked}::jsonb) as t (word text, query text)`);
  return new Map(rows.map(({ word, count }) => [word, count]));
}
