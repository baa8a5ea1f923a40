import type { SlackRef, TicketEvent } from '@campus-desk/contract';
import { textsAt } from '../conversation/texts-for.ts';
import type { Post } from '../slack/call.ts';
import type { Posted } from '../slack/paced-client.ts';
import type { Texts } from '../ui/texts/texts.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postOnce } from './post-once.ts';

/** A post in the language of whoever reads the thread. */
export type DrawPost = (texts: Texts) => Post;

type PostUnderInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  part: string;
  post: DrawPost;
  thread: SlackRef;
  /** Whose direct messages these may be: the reporter's, if not somebody else's. */
  userId?: string;
};

/** Posts one part of what an event says in a given thread, once. */
export function postUnder(input: PostUnderInput): Promise<Posted> {
  const { context, event, part, post, thread } = input;
  const { ticket, mayBeShown } = input.delivery;
  const { textsFor } = context;
  const { channel, ts: threadTs } = thread;
  const userId = input.userId ?? ticket.reporter.id;
  return postOnce({
    context,
    target: { channel, threadTs },
    draw: async () => post(await textsAt({ textsFor, channel, userId })),
    marker: { event: event.id, ticket: ticket.number, part },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
}
