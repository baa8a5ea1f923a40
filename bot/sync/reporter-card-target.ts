import { hasCode, type SlackRef, type Ticket } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { readPermalink } from '../slack/permalink.ts';
import type { SyncContext } from './context.ts';
import type { Shelf } from './find-own-post.ts';

type ReporterShelfInput = { context: SyncContext; ticket: Ticket };

/**
 * Where the reporter's card belongs: under the message the ticket was made from, when the bot can be there and no
 * other ticket has that thread; else in the reporter's DM.
 */
export async function reporterShelf({ context, ticket }: ReporterShelfInput): Promise<Shelf> {
  const root = readPermalink(ticket.source?.permalink)?.root;
  if (root !== undefined && (await isOurs({ context, ticket, root })))
    return { channel: root.channel, threadTs: root.ts };
  return { channel: await openDirectMessage({ context, ticket }), threadTs: undefined };
}

type IsOursInput = { context: SyncContext; ticket: Ticket; root: SlackRef };

async function isOurs(input: IsOursInput): Promise<boolean> {
  const { ticket } = input;
  const { client, slack, call, hold } = input.context;
  const { channel, ts } = input.root;
  const bound = await client.findThread({ channel, ts }).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
  if (bound !== undefined && bound.ticketNumber !== ticket.number) return false;
  const run = () => slack.conversations.replies({ channel, ts, limit: 1 });
  try {
    await call({ method: 'conversations.replies', channel, hold, run });
    return true;
  } catch (error) {
    if (error instanceof SlackRefusal) return false;
    throw error;
  }
}

type OpenDirectMessageInput = { context: SyncContext; ticket: Ticket };

/** A DM per person; Slack answers the same one again. */
async function openDirectMessage(input: OpenDirectMessageInput): Promise<string> {
  const { ticket } = input;
  const { slack, call, hold } = input.context;
  return call({
    method: 'conversations.open',
    hold,
    run: async () => {
      const answer = await slack.conversations.open({ users: ticket.reporter.id });
      if (answer.channel?.id === undefined) throw new Error('conversations.open answered no channel');
      return answer.channel.id;
    },
  });
}
