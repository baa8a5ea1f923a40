import type { Message, SlackRef, ThreadSide } from '@campus-desk/contract';
import { type Mention, mentionOf } from '../ui/mention.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { hiddenFromOthers, hiddenOn, isReadByOthers } from './hidden-name.ts';

/** Who reads a copy of a message: whose direct messages these may be, who is mentioned, and the id they are not to know. */
export type CopyReader = { userId: string; to: Mention | undefined; hidden: string | undefined };

type ReaderOfInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  message: Message;
  side: ThreadSide;
  copy: SlackRef;
};

/**
 * For whom a copy was made, as its marker says: followers have theirs outside the threads of the ticket, those of a
 * duplicate under their own card. Of one that cannot be read nobody is mentioned or named.
 */
export async function readerOf(input: ReaderOfInput): Promise<CopyReader> {
  const { context, delivery, message, side, copy } = input;
  // Nothing else is told to followers.
  if (!message.toAll) return readerOn({ delivery, message, side });
  const hidden = hiddenFromOthers(delivery.ticket);
  const found = await context.ownPosts.at(copy);
  if (found === undefined) return { userId: delivery.ticket.reporter.id, to: undefined, hidden };
  const userId = followerIn(found.marker.part);
  if (userId === undefined) return readerOn({ delivery, message, side });
  if (found.threadTs === undefined) return { userId, to: undefined, hidden };
  const thread = { channel: copy.channel, ts: found.threadTs };
  return { userId, to: await addresseeUnder({ context, thread, userId }), hidden };
}

type ReaderOnInput = { delivery: TicketDelivery; message: Message; side: ThreadSide };

/** What the helpdesk writes is for the reporter, who may not follow their thread; helpdesk follows its own. */
export function readerOn({ delivery, message, side }: ReaderOnInput): CopyReader {
  const { reporter } = delivery.ticket;
  const hidden = hiddenOn({ delivery, side });
  const isForReporter = message.actor.role === 'helpdesk' && message.actor.id !== reporter.id;
  const isMentioned = side === 'reporter' && isForReporter && hidden === undefined;
  return { userId: reporter.id, to: isMentioned ? mentionOf(reporter) : undefined, hidden };
}

type AddresseeUnderInput = { context: SyncContext; thread: SlackRef; userId: string };

/** Whom a copy under a follower's own card mentions: not who hides their name where others read. */
export async function addresseeUnder(input: AddresseeUnderInput): Promise<Mention | undefined> {
  const { context, thread, userId } = input;
  const { client } = context;
  if (!isReadByOthers(thread.channel)) return mentionOf({ id: userId });
  const { ticketNumber: number } = await client.findThread({ ...thread, former: true });
  const { nameHidden } = await client.getTicket({ number, role: 'helpdesk' });
  return nameHidden ? undefined : mentionOf({ id: userId });
}

const followerPrefix = 'follower-';

/** How what a follower is told is marked. */
export function followerPart(userId: string): string {
  return `${followerPrefix}${userId}`;
}

function followerIn(part: string): string | undefined {
  return part.startsWith(followerPrefix) ? part.slice(followerPrefix.length) : undefined;
}
