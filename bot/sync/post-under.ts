import type { SlackRef, TicketEvent } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import type { Posted } from '../slack/paced-client.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postOnce } from './post-once.ts';

type PostUnderInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  part: string;
  post: Post;
  thread: SlackRef;
};

/** Posts one part of what an event says in a given thread, once. */
export function postUnder(input: PostUnderInput): Promise<Posted> {
  const { context, event, part, post, thread } = input;
  const { ticket, mayBeShown } = input.delivery;
  return postOnce({
    context,
    target: { channel: thread.channel, threadTs: thread.ts },
    draw: () => post,
    marker: { event: event.id, ticket: ticket.number, part },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
}
