import {
  type ListThreadStates,
  numberSchema,
  type ThreadStateList,
  threadSides,
} from '@campus-desk/contract';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { messages, threads, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';

const positionSchema = z.tuple([numberSchema, z.enum(threadSides)]);

type ListThreadStatesInput = { context: Context; query: ListThreadStates };

/** The threads of all tickets that are not closed, by ticket, a page of them. */
export async function listThreadStates(input: ListThreadStatesInput): Promise<ThreadStateList> {
  const { limit, cursor } = input.query;
  const after = cursor === undefined ? undefined : readCursor({ cursor, position: positionSchema });
  const rows = await input.context.db
    .select({
      ticketNumber: threads.ticketNumber,
      side: threads.side,
      channel: threads.channel,
      ts: threads.ts,
      seen: threads.seen,
      hasMessages: sql<boolean>`exists (select from ${messages} where ${messages.ticketNumber} = ${threads.ticketNumber}
        and ${messages.originChannel} = ${threads.channel} and ${messages.deletedAt} is null)`,
    })
    .from(threads)
    .innerJoin(tickets, eq(tickets.number, threads.ticketNumber))
    .where(
      and(
        ne(tickets.status, 'closed'),
        after && sql`(${threads.ticketNumber}, ${threads.side}) > (${after[0]}, ${after[1]}::thread_side)`,
      ),
    )
    .orderBy(asc(threads.ticketNumber), asc(threads.side))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { threads: page, nextCursor: hasMore ? writeCursor([last.ticketNumber, last.side]) : null };
}
