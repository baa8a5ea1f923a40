import type { MessageList, Role, SlackRef } from '@campus-desk/contract';
import { and, eq, inArray, or } from 'drizzle-orm';
import { messageCopies, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { cameFrom, toMessage } from './message-row.ts';
import { isVisibleTo } from './notes.ts';

type FindMessagesInput = { context: Context; ref: SlackRef; role: Role };

/**
 * The message whose original or copy is this Slack message, as a list of one or none; throws `forbidden_for_role` as
 * for its ticket.
 */
export async function findMessages(input: FindMessagesInput): Promise<MessageList> {
  const { context, ref, role } = input;
  const { db } = context;
  const copied = db
    .select({ id: messageCopies.messageId })
    .from(messageCopies)
    .where(and(eq(messageCopies.channel, ref.channel), eq(messageCopies.ts, ref.ts)));
  const rows = await db
    .select()
    .from(messages)
    .where(and(or(cameFrom(ref), inArray(messages.id, copied)), isVisibleTo(role)));
  for (const { ticketNumber: number } of rows) await loadVisibleTicket({ context, number, role });
  return { messages: rows.map(toMessage), nextCursor: null };
}
