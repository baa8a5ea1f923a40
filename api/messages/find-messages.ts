import type { MessageList, SlackPlace } from '@campus-desk/contract';
import { and, eq, inArray, or } from 'drizzle-orm';
import { messageCopies, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { cameFrom, toMessage } from './message-row.ts';

/** The message whose original or copy stands at this place in Slack, as a list of one or none. */
export async function findMessages({
  context: { db },
  place,
}: {
  context: Context;
  place: SlackPlace;
}): Promise<MessageList> {
  const copied = db
    .select({ id: messageCopies.messageId })
    .from(messageCopies)
    .where(and(eq(messageCopies.channel, place.channel), eq(messageCopies.ts, place.ts)));
  const rows = await db
    .select()
    .from(messages)
    .where(or(cameFrom(place), inArray(messages.id, copied)));
  return { messages: rows.map(toMessage), nextCursor: null };
}
