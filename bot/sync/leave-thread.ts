import type { SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import type { Posted } from '../slack/paced-client.ts';
import { type Mention, mentionOf } from '../ui/mention.ts';
import { assignmentNotice } from '../ui/notice.ts';
import { announceMove } from './announce-move.ts';
import { carryConversation } from './carry-conversation.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { type DrawPost, postUnder } from './post-under.ts';
import { removeStrays } from './remove-strays.ts';

type LeaveThreadInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  side: ThreadSide;
  event: TicketEvent;
  from: SlackRef;
  /** Where the card stands now, and its thread. */
  card: Posted;
  thread: SlackRef;
};

/** Puts both threads of a card that moved in order: nothing astray in the old one, and everybody led to the new one. */
export async function leaveThread(input: LeaveThreadInput): Promise<void> {
  const { context, delivery, side, event, from, card, thread } = input;
  await removeStrays({ context, delivery, from });
  await announceMove({ context, delivery, side, from, card, event });
  if (side !== 'helpdesk') return;
  if (from.channel !== thread.channel) await carryConversation({ context, delivery, event, thread });
  const to = followerOf({ delivery, event });
  if (to === undefined) return;
  const post: DrawPost = texts => assignmentNotice({ ticket: delivery.ticket, to, texts });
  await postUnder({ context, delivery, event, part: `${side}-moved-assignment`, post, thread });
}

type FollowerOfInput = Pick<LeaveThreadInput, 'delivery' | 'event'>;

/** Slack follows the old thread for the assignee, not the new one; who gets the ticket just now is mentioned anyway. */
function followerOf({ delivery, event }: FollowerOfInput): Mention | undefined {
  const { assignee, reporter, status } = delivery.ticket;
  const isWorkedOn = status === 'active' && !['ticket.started', 'ticket.assigned'].includes(event.type);
  return isWorkedOn && assignee !== null && assignee.id !== reporter.id ? mentionOf(assignee) : undefined;
}
