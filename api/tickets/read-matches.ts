import { maxTotal, type TicketList } from '@campus-desk/contract';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, tickets } from '../../db/index.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { conditionsOf, type Filters } from './list-filters.ts';
import { newestMatches } from './newest-matches.ts';
import type { WordSearch } from './search-words.ts';
import { numbered, ticketColumns, toTicket } from './ticket-row.ts';
import type { PeopleQuery } from './with-people.ts';

/** A page of results begins after so many. */
const positionSchema = z.tuple([z.literal('match'), z.int().min(1)]);

type ReadMatchesInput = { db: Database; query: PeopleQuery; filters: Filters; search: WordSearch };

/** A page of what is searched for, the best first, by a transaction. */
export async function readMatches({ db, query, filters, search }: ReadMatchesInput): Promise<TicketList> {
  const { cursor, limit } = query;
  const skip = cursor === undefined ? 0 : readCursor({ cursor, position: positionSchema })[1];
  const conditions = conditionsOf({ filters, given: field => query[field] });
  const meant = await findMeant({ db, conditions, number: search.number });
  const areFew = !filters.wanted.includes('closed');
  const matches = { db, filters: [...conditions, search.matches], areFew };
  const { numbers: matching, isAll } = await newestMatches(matches);
  const numbers = [...new Set([...meant, ...matching])].slice(0, maxTotal);
  const rows = await db
    .select(ticketColumns)
    .from(tickets)
    .where(numbered(numbers))
    .orderBy(...search.bestFirst, desc(tickets.openedAt), desc(tickets.number))
    .limit(limit + 1)
    .offset(skip);
  return {
    tickets: rows.slice(0, limit).map(row => toTicket({ row, reader: query })),
    nextCursor: rows.length > limit ? writeCursor(['match', skip + limit]) : null,
    total: numbers.length,
    ...(!isAll && { totalIsMore: true }),
  };
}

type FindMeantInput = { db: Database; conditions: SQL[]; number: number | undefined };

/** The ticket that is meant by its number, however old, where it fits. */
async function findMeant({ db, conditions, number }: FindMeantInput): Promise<number[]> {
  if (number === undefined) return [];
  const found = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.number, number), ...conditions));
  return found.map(ticket => ticket.number);
}
