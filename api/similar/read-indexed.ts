import type { createTicketIndex } from '@campus-desk/categoriser';
import type { SQL } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

/** What an index keeps of a ticket. */
export type IndexedTicket = Parameters<ReturnType<typeof createTicketIndex>['put']>[0];

type ReadIndexedInput = { db: Database; where: SQL | undefined };

/** What tickets tell, as an index wants it: without a category that is unsure. */
export async function readIndexed({ db, where }: ReadIndexedInput): Promise<IndexedTicket[]> {
  const rows = await db.select(columns).from(tickets).where(where);
  return rows.map(({ isUnsure, category, ...row }) => ({ ...row, category: isUnsure ? null : category }));
}

const columns = {
  number: tickets.number,
  description: tickets.description,
  location: tickets.location,
  place: tickets.place,
  category: tickets.category,
  isUnsure: tickets.categoryUnsure,
  openedAt: tickets.openedAt,
};
