import type { createTicketIndex } from '@campus-desk/categoriser';
import { contradictingCategory } from '@campus-desk/contract';
import type { SQL } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

/** What an index keeps of a ticket. */
export type IndexedTicket = Parameters<ReturnType<typeof createTicketIndex>['put']>[0];

type ReadIndexedInput = { db: Database; where: SQL | undefined };

/** What tickets tell, as an index wants it: with a category where that is very sure, or chosen by somebody. */
export async function readIndexed({ db, where }: ReadIndexedInput): Promise<IndexedTicket[]> {
  const rows = await db.select(columns).from(tickets).where(where);
  return rows.map(({ confidence, category, ...row }) => ({
    ...row,
    category: contradictingCategory({ category, confidence }),
  }));
}

const columns = {
  number: tickets.number,
  description: tickets.description,
  location: tickets.location,
  place: tickets.place,
  category: tickets.category,
  confidence: tickets.categoryConfidence,
  openedAt: tickets.openedAt,
};
