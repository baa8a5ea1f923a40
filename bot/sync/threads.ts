import type { ThreadSide, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import type { Posted } from '../slack/paced-client.ts';
import { renewCard } from './cards.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { type DrawPost, postUnder } from './post-under.ts';

type ThreadPost = {
  context: SyncContext;
  delivery: TicketDelivery;
  side: ThreadSide;
  event: TicketEvent;
  part: string;
  post: DrawPost;
};

/** Posts once under the card of one side; when its thread is gone, under a new card. */
export async function postInThread(input: ThreadPost): Promise<Posted> {
  const { context, delivery, side, event } = input;
  const thread = delivery.threads.get(side);
  if (thread === undefined)
    throw delivery.refusals.get(side) ?? new SlackRefusal({ reason: 'no_thread', isGone: false });
  try {
    return await postUnder({ ...input, thread });
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.isGone)) throw error;
  }
  await renewCard({ context, delivery, side, event, gone: thread });
  const renewed = delivery.threads.get(side) ?? thread;
  return postUnder({ ...input, thread: renewed });
}
