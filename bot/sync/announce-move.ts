import type { SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { movedCard } from '../ui/moved-card.ts';
import { movedNotice } from '../ui/notice.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { permalinkOf } from './permalink-of.ts';
import { type DrawPost, postUnder } from './post-under.ts';

type AnnounceMoveInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  side: ThreadSide;
  from: SlackRef;
  card: SlackRef;
  event: TicketEvent;
};

/** Says in the place a card has left, and in its thread, where it stands now; a thread that is gone has no readers. */
export async function announceMove(input: AnnounceMoveInput): Promise<void> {
  const { context, delivery, side, from, card, event } = input;
  try {
    // Slack would post to the whole channel what goes into a thread that is gone.
    await context.slack.replies({ ...from, limit: 1 });
    // Readers of another conversation could not open a card in the reporter's DM.
    const isOpen = side === 'helpdesk' || card.channel === from.channel;
    const permalink = isOpen ? await permalinkOf({ context, card }) : undefined;
    const { ticket } = delivery;
    const post: DrawPost = texts => movedNotice({ ticket, permalink, texts });
    await postUnder({ context, delivery, event, part: `${side}-moved`, post, thread: from });
    if (side === 'reporter' || card.channel === from.channel) return;
    const texts = await context.textsFor.channels();
    const draw = () => movedCard({ ticket, channel: card.channel, permalink, texts });
    await context.slack.update({ ...from, draw });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
  }
}
