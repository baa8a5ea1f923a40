import type { Message, MessageList, Reader, SlackRef } from '@campus-desk/contract';
import { and, eq, inArray, or } from 'drizzle-orm';
import { messageCopies, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom } from '../tickets/policy.ts';
import { cameFrom, toMessage } from './message-row.ts';
import { isVisibleTo } from './notes.ts';

type FindMessagesInput = { context: Context; ref: SlackRef; reader: Reader };

/**
 * The message whose original or copy is this Slack message, as a list of one or none; throws `forbidden_for_role` as
 * for its ticket.
 */
export async function findMessages(input: FindMessagesInput): Promise<MessageList> {
  const { context, ref, reader } = input;
  const { role } = reader;
  const { db } = context;
  const copied = db
    .select({ id: messageCopies.messageId })
    .from(messageCopies)
    .where(and(eq(messageCopies.channel, ref.channel), eq(messageCopies.ts, ref.ts)));
  const rows = await db
    .select()
    .from(messages)
    .where(and(or(cameFrom(ref), inArray(messages.id, copied)), isVisibleTo(role)));
  const found: Message[] = [];
  for (const row of rows) {
    const ticket = await loadVisibleTicket({ context, number: row.ticketNumber, role });
    found.push(toMessage({ row, hidden: hiddenFrom({ reader, ticket }) }));
  }
  return { messages: found, nextCursor: null };
}
