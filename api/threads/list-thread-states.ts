import {
  type ListThreadStates,
  numberSchema,
  slackRefSchema,
  type ThreadStateList,
  threadSides,
} from '@campus-desk/contract';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, formerThreads, messages, threads, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';

const positionSchema = z.tuple([
  numberSchema,
  z.enum(threadSides),
  slackRefSchema.shape.channel,
  slackRefSchema.shape.ts,
]);

type ListThreadStatesInput = { context: Context; query: ListThreadStates };

/** The threads of all tickets that are not closed, with `former` earlier ones too, by ticket, a page of them. */
export async function listThreadStates(input: ListThreadStatesInput): Promise<ThreadStateList> {
  const { context, query } = input;
  const { limit, cursor, former } = query;
  const after = cursor === undefined ? undefined : readCursor({ cursor, position: positionSchema });
  const cards = cardsOf({ db: context.db, former });
  const rows = await context.db
    .select({
      ticketNumber: cards.ticketNumber,
      side: cards.side,
      channel: cards.channel,
      ts: cards.ts,
      seen: cards.seen,
      hasMessages: sql<boolean>`exists (select from ${messages} where ${messages.ticketNumber} = ${cards.ticketNumber}
        and ${messages.originChannel} = ${cards.channel} and ${messages.deletedAt} is null)`,
    })
    .from(cards)
    .innerJoin(tickets, eq(tickets.number, cards.ticketNumber))
    .where(
      and(
        ne(tickets.status, 'closed'),
        after &&
          sql`(${cards.ticketNumber}, ${cards.side}, ${cards.channel}, ${cards.ts})
            > (${after[0]}, ${after[1]}::thread_side, ${after[2]}, ${after[3]})`,
      ),
    )
    .orderBy(asc(cards.ticketNumber), asc(cards.side), asc(cards.channel), asc(cards.ts))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  const position = hasMore ? [last.ticketNumber, last.side, last.channel, last.ts] : undefined;
  return { threads: page, nextCursor: position === undefined ? null : writeCursor(position) };
}

type CardsOfInput = { db: Database; former: boolean };

/** Where people write under tickets: the threads of their cards, and with `former` of their earlier cards. */
function cardsOf({ db, former }: CardsOfInput) {
  const { ticketNumber, side, channel, ts, seen } = formerThreads;
  const earlier = db.select({ ticketNumber, side, channel, ts, seen }).from(formerThreads);
  return db
    .select()
    .from(threads)
    .unionAll(former ? earlier : earlier.where(sql`false`))
    .as('cards');
}
