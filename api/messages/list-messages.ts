import { type ListMessages, type MessageList, messageIdSchema, momentSchema } from '@campus-desk/contract';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom } from '../tickets/policy.ts';
import { toMessage } from './message-row.ts';
import { isVisibleTo } from './notes.ts';

type ListMessagesInput = { context: Context; number: number; query: ListMessages };

/**
 * The conversation under a ticket as a role sees it, oldest first unless asked otherwise, a page of it; throws
 * `not_found` or `forbidden_for_role`.
 */
export async function listMessages(input: ListMessagesInput): Promise<MessageList> {
  const { context, number } = input;
  const { db } = context;
  const { role, limit, cursor, newestFirst } = input.query;
  const ticket = await loadVisibleTicket({ context, number, role });
  const hidden = hiddenFrom({ reader: input.query, ticket });
  const direction = newestFirst ? desc : asc;
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketNumber, number),
        isVisibleTo(role),
        cursor === undefined ? undefined : after({ cursor, newestFirst }),
      ),
    )
    .orderBy(direction(messages.createdAt), direction(messages.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last ? writeCursor([newestFirst, last.createdAt.toISOString(), last.id]) : null;
  return { messages: shown.map(row => toMessage({ row, hidden })), nextCursor };
}

function after({ cursor, newestFirst }: { cursor: string; newestFirst: boolean }) {
  const position = z.tuple([z.literal(newestFirst), momentSchema, messageIdSchema]);
  const [, at, id] = readCursor({ cursor, position });
  const beyond = sql.raw(newestFirst ? '<' : '>');
  return sql`(${messages.createdAt}, ${messages.id}) ${beyond} (${sql.param(new Date(at), messages.createdAt)}, ${id})`;
}
