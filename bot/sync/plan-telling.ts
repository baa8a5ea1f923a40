import type { Follower, Message, TicketEvent } from '@campus-desk/contract';

type MessageOfInput = { event: TicketEvent; messages: ReadonlyMap<string, Message> };

/** The message that an event is about; undefined where it is about none, or one that was not looked up. */
export function messageOf({ event, messages }: MessageOfInput): Message | undefined {
  return event.messageId === null ? undefined : messages.get(event.messageId);
}

/** Whether followers are told of this: that work begins, that it is done, and what helpdesk writes to everybody. */
export function isForFollowers({ event, messages }: MessageOfInput): boolean {
  if (event.type === 'message.posted') return messageOf({ event, messages })?.toAll === true;
  // Who follows a duplicate is told of its original.
  if ('closedWith' in event.changes) return false;
  return event.type === 'ticket.started' || event.type === 'ticket.closed';
}

type WhoIsToldInput = MessageOfInput & { followers: readonly Follower[] };

/**
 * Which followers of a ticket an event is for: not whoever did it. A duplicate is closed with its original: what is said
 * of it then tells its reporter.
 */
export function whoIsTold({ event, messages, followers }: WhoIsToldInput): Follower[] {
  if (!isForFollowers({ event, messages })) return [];
  return followers.filter(
    ({ userId, duplicate }) =>
      userId !== event.actor.id && (event.type !== 'ticket.closed' || duplicate === null),
  );
}
