import type { SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { followUpNotice } from '../ui/notice.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postUnder } from './threads.ts';

type AnnounceFollowUpInput = {
  context: SyncContext;
  about: TicketDelivery;
  side: ThreadSide;
  thread: SlackRef;
  earlier: number;
  event: TicketEvent;
};

/** Names the follow-up in a thread of the earlier ticket, with a link where its readers can follow one. */
export async function announceFollowUp(input: AnnounceFollowUpInput): Promise<void> {
  const { context, about, side, thread, earlier, event } = input;
  const card = about.threads.get(side);
  // A card in another person's DM is nothing this thread's readers could open.
  const permalink = card?.channel === thread.channel ? await permalinkOf({ context, card }) : undefined;
  const post = followUpNotice({ ticket: about.ticket, earlier, permalink });
  await postUnder({ context, about, event, part: `${side}-follow-up`, post, thread });
}

type PermalinkOfInput = { context: SyncContext; card: SlackRef };

async function permalinkOf(input: PermalinkOfInput): Promise<string | undefined> {
  const { slack, call, hold } = input.context;
  const { channel, ts } = input.card;
  const run = async () => (await slack.chat.getPermalink({ channel, message_ts: ts })).permalink;
  try {
    return await call({ method: 'chat.getPermalink', channel, hold, run });
  } catch (error) {
    if (error instanceof SlackRefusal) return undefined;
    throw error;
  }
}
