import type { SlackRef } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { standsInChannel } from '../slack/marker.ts';
import type { SyncContext, TicketDelivery } from './context.ts';

type RemoveStraysInput = { context: SyncContext; delivery: TicketDelivery; from: SlackRef };

/**
 * Deletes replies of ours that stand in the channel itself, for all to read: Slack puts them there when the root of
 * their thread is gone, and the answer that says so may have been lost.
 */
export async function removeStrays({ context, delivery, from }: RemoveStraysInput): Promise<void> {
  const { slack, ownPosts } = context;
  const { number, openedAt } = delivery.ticket;
  const target = { channel: from.channel, threadTs: undefined };
  try {
    const posts = await ownPosts.list({
      target,
      sinceMs: Math.max(Date.parse(openedAt), Number(from.ts) * 1000),
    });
    const strays = posts.filter(({ marker }) => marker.ticket === number && !standsInChannel(marker.part));
    for (const { ts } of strays) await slack.delete({ channel: from.channel, ts });
  } catch (error) {
    // Where the bot may not read or delete any more, nothing can be done about them.
    if (!(error instanceof SlackRefusal)) throw error;
  }
}
