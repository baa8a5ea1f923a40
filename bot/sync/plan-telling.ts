import type { Follower, Message, TicketEvent } from '@campus-desk/contract';

type IsForFollowersInput = { event: TicketEvent; messages: ReadonlyMap<string, Message> };

/** Whether followers are told of this: that work begins, that it is done, and what helpdesk writes to everybody. */
export function isForFollowers({ event, messages }: IsForFollowersInput): boolean {
  if (event.type === 'message.posted') return messages.get(event.messageId ?? '')?.toAll === true;
  // Who follows a duplicate is told of its original.
  if ('closedWith' in event.changes) return false;
  return event.type === 'ticket.started' || event.type === 'ticket.closed';
}

type WhoIsToldInput = IsForFollowersInput & { followers: readonly Follower[] };

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
