import { hasCode, type SlackRef, type ThreadSide, type Ticket } from '@campus-desk/contract';
import { channelFor } from '../helpdesk-channels.ts';
import { SlackRefusal } from '../slack/errors.ts';
import { readPermalink } from '../slack/permalink.ts';
import type { SyncContext } from './context.ts';
import type { PostTarget } from './find-own-post.ts';

type CardTargetInput = { context: SyncContext; ticket: Ticket; side: ThreadSide };

/**
 * Where a card belongs. Helpdesk's: in the channel of its category. The reporter's: under the message the ticket was made from, when
 * the bot can be there, no other ticket has that thread and the name is not hidden; else in the reporter's DM.
 */
export async function cardTarget({ context, ticket, side }: CardTargetInput): Promise<PostTarget> {
  if (side === 'helpdesk') return { channel: helpdeskChannelOf({ context, ticket }), threadTs: undefined };
  const root = ticket.nameHidden ? undefined : readPermalink(ticket.source?.permalink)?.root;
  if (root !== undefined && (await isUsable({ context, ticket, root })))
    return { channel: root.channel, threadTs: root.ts };
  return { channel: await context.slack.openDm(ticket.reporter.id), threadTs: undefined };
}

/** What a new card waits for first: helpdesk's channel, or that direct messages are opened; undefined where neither. */
export function roomForCard({ context, ticket, side }: CardTargetInput): string | undefined {
  if (side === 'helpdesk') return helpdeskChannelOf({ context, ticket });
  const isElsewhere = ticket.source !== null && !ticket.nameHidden;
  return isElsewhere || context.slack.hasOpenDm(ticket.reporter.id) ? undefined : 'direct messages';
}

/** The channel in which helpdesk works this ticket as it is now. */
export function helpdeskChannelOf(input: Omit<CardTargetInput, 'side'>): string {
  const { context, ticket } = input;
  return channelFor({ channels: context.channels, category: ticket.category });
}

type IsUsableInput = { context: SyncContext; ticket: Ticket; root: SlackRef };

async function isUsable({ context: { client, slack }, ticket, root }: IsUsableInput): Promise<boolean> {
  const bound = await client.findThread(root).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
  if (bound !== undefined && bound.ticketNumber !== ticket.number) return false;
  try {
    await slack.replies({ ...root, limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof SlackRefusal) return false;
    throw error;
  }
}
