import type { SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { followUpNotice } from '../ui/notice.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { permalinkOf } from './permalink-of.ts';
import { type DrawPost, postUnder } from './post-under.ts';

type AnnounceFollowUpInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  side: ThreadSide;
  thread: SlackRef;
  earlier: number;
  event: TicketEvent;
};

/**
 * Names the follow-up in a thread of the earlier ticket, with a link where its readers can follow one; a thread that is
 * gone has no readers.
 */
export async function announceFollowUp(input: AnnounceFollowUpInput): Promise<void> {
  const { context, delivery, side, thread, earlier, event } = input;
  const card = delivery.threads.get(side);
  // This thread's readers could not open a card in another person's DM.
  const permalink = card?.channel === thread.channel ? await permalinkOf({ context, card }) : undefined;
  const post: DrawPost = texts => followUpNotice({ ticket: delivery.ticket, earlier, permalink, texts });
  await postUnder({ context, delivery, event, part: `${side}-follow-up`, post, thread }).catch(error => {
    if (!(error instanceof SlackRefusal && error.isGone)) throw error;
  });
}
