import type { Actor, Client, Message, Thread, Ticket } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import type { CallSlack } from '../slack/paced-client.ts';
import { readPermalink } from '../slack/permalink.ts';
import type { Hold } from '../sync/lease.ts';
import type { DisplayNames } from './names.ts';
import { readSlackMessage } from './read-slack-message.ts';
import { readThread, type ThreadMessage } from './read-thread.ts';
import { mentionedIn } from './slack-text.ts';
import { storeSlackMessage } from './store-message.ts';

export type CatchUp = {
  client: Client;
  slack: WebClient;
  call: CallSlack;
  hold: Hold;
  botUserId: string;
  names: DisplayNames;
};

/**
 * Compares the threads of one ticket with what is stored, and stores what is missing: messages, edits and deletions.
 * Answers how many messages that were. Safe to run at any time, beside the listeners too.
 */
export async function catchUpTicket(input: CatchUp & { ticket: Ticket }): Promise<{ recovered: number }> {
  const { client, ticket } = input;
  const { number } = ticket;
  const threads = await client.listThreads({ number });
  if (threads.length === 0) return { recovered: 0 };
  const described = readPermalink(ticket.source?.permalink)?.message;
  // Stored first, Slack second: what is stored but not in Slack was deleted, not about to be written.
  const stored = await listStored({ client, number });
  let recovered = 0;
  for (const thread of threads) {
    const messages = await readThread({ ...input, ref: thread });
    for (const message of messages ?? []) {
      // The message that became the ticket is its description already.
      if (message.ts === described?.ts && thread.channel === described.channel) continue;
      if (await recover({ ...input, number, thread, message, stored })) recovered += 1;
    }
    if (messages !== undefined) recovered += await recoverDeletions({ ...input, thread, messages, stored });
  }
  return { recovered };
}

type Stored = ReadonlyMap<string, Message>;

async function listStored({ client, number }: { client: Client; number: number }): Promise<Stored> {
  const stored = new Map<string, Message>();
  let cursor: string | undefined;
  do {
    const page = await client.listMessages({ number, limit: 200, cursor });
    for (const message of page.messages)
      if (message.origin !== null) stored.set(refKey(message.origin), message);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return stored;
}

type RecoverInput = CatchUp & { number: number; thread: Thread; message: ThreadMessage; stored: Stored };

/** Stores one message of a thread, or its edit; answers whether anything was missing. */
async function recover(input: RecoverInput): Promise<boolean> {
  const { client, botUserId, names, number, message, stored } = input;
  const { channel, ts: rootTs, side } = input.thread;
  if (message.ts === rootTs) return false;
  const known = stored.get(refKey({ channel, ts: message.ts }));
  if (known !== undefined && (known.deletedAt !== null || message.edited === undefined)) return false;

  const role = side === 'helpdesk' ? 'helpdesk' : 'user';
  const actorOf = (id: string): Promise<Actor> => names.actor({ id, role });
  const mentioned = mentionedIn(message.text ?? '').map(
    async id => [id, await names.nameOf({ id })] as const,
  );
  const reading = readSlackMessage({
    message,
    channel,
    botUserId,
    names: new Map(await Promise.all(mentioned)),
  });
  if (reading.kind === 'comment' && reading.body === known?.body) return false;
  const after = await storeSlackMessage({ client, number, reading, actorOf });
  return after !== undefined && after.body !== known?.body;
}

type RecoverDeletionsInput = CatchUp & { thread: Thread; messages: ThreadMessage[]; stored: Stored };

/** Messages that stand under this card in the API, but not in Slack any more. */
async function recoverDeletions(input: RecoverDeletionsInput): Promise<number> {
  const { client, slack, call, hold, messages, stored } = input;
  const { channel, ts: rootTs } = input.thread;
  const present = new Set(messages.map(({ ts }) => ts));
  const missing = [...stored.values()].filter(
    ({ origin, deletedAt }) =>
      origin?.channel === channel && origin.ts > rootTs && !present.has(origin.ts) && deletedAt === null,
  );
  let deleted = 0;
  for (const message of missing) {
    const ts = message.origin?.ts ?? '';
    // It may stand in another thread of this channel: asked for by itself, a deleted message is not found.
    const isThere = await readThread({ slack, call, hold, ref: { channel, ts } });
    if (isThere !== undefined) continue;
    await client.deleteMessage({ id: message.id, actor: message.actor });
    deleted += 1;
  }
  return deleted;
}

function refKey({ channel, ts }: { channel: string; ts: string }): string {
  return `${channel} ${ts}`;
}
