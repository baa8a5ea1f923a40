import {
  type Actor,
  AppError,
  type Client,
  hasCode,
  type Message,
  pagesOf,
  roleIn,
  type Thread,
  type Ticket,
} from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { PacedSlack } from '../slack/paced-client.ts';
import { readPermalink } from '../slack/permalink.ts';
import type { ConversationContext } from './context.ts';
import { markNotes } from './mark-notes.ts';
import type { Comment } from './read-comment.ts';
import { readMessage } from './read-message.ts';
import { readThread, type ThreadMessage } from './read-thread.ts';
import { storeSlackMessage } from './store-message.ts';
import { isWrittenElsewhere } from './written-elsewhere.ts';

/** What catching up works with. */
export type CatchUpContext = ConversationContext & { slack: PacedSlack; logger: Logger };

type CatchUpTicketInput = { context: CatchUpContext; ticket: Ticket };

/**
 * Compares the threads of one ticket, those of its earlier cards too, with what is stored, and stores what is missing:
 * messages, edits and deletions. Answers how many messages that were. Safe to run at any time, beside the listeners too.
 */
export async function catchUpTicket({ context, ticket }: CatchUpTicketInput): Promise<{ recovered: number }> {
  let recovered = 0;
  for (const thread of await context.client.listThreads({ number: ticket.number, former: true }))
    recovered += (await catchUpThread({ context, ticket, thread })).recovered;
  return { recovered };
}

type CatchUpThreadInput = { context: CatchUpContext; ticket: Ticket; thread: Thread };

/** The same for one thread of a ticket. */
export async function catchUpThread(input: CatchUpThreadInput): Promise<{ recovered: number }> {
  const { context, ticket, thread } = input;
  const { client, slack } = context;
  const { number } = ticket;
  const described = readPermalink(ticket.source?.permalink)?.message;
  // Stored first, Slack second: what is stored but not in Slack was deleted, not about to be written.
  const stored = await listStored({ client, number });
  const messages = await readThread({ slack, root: thread });
  if (messages === undefined) return { recovered: 0 };
  let recovered = 0;
  // The message that became the ticket is its description already.
  const description = described?.channel === thread.channel ? described.ts : thread.ts;
  for (const message of messages) {
    const isStored = stored.has(refKey({ channel: thread.channel, ts: message.ts }));
    if (message.ts === description && !isStored) continue;
    if (await recoverOrSkip({ context, number, thread, message, stored })) recovered += 1;
  }
  recovered += await recoverDeletions({ context, thread, messages, stored });
  return { recovered };
}

/** What is stored, by where it stands in Slack. */
type Stored = ReadonlyMap<string, Message>;

async function listStored({ client, number }: { client: Client; number: number }): Promise<Stored> {
  const stored = new Map<string, Message>();
  for await (const page of pagesOf(cursor =>
    client.listMessages({ number, role: 'helpdesk', limit: 200, cursor }),
  ))
    for (const message of page.messages)
      if (message.origin !== null) stored.set(refKey(message.origin), message);
  return stored;
}

type RecoverInput = {
  context: CatchUpContext;
  number: number;
  thread: Thread;
  message: ThreadMessage;
  stored: Stored;
};

/** One message that cannot be stored is logged and passed by; an outage of the API is thrown. */
async function recoverOrSkip(input: RecoverInput): Promise<boolean> {
  try {
    return await recover(input);
  } catch (err) {
    if (!(err instanceof AppError) || hasCode(err, 'unavailable', 'rate_limited', 'unauthorized')) throw err;
    const { context, number, message } = input;
    context.logger.warn({ err, ticket: number, ts: message.ts }, 'a message could not be stored');
    return false;
  }
}

/** Stores one message of a thread, or its edit; answers whether anything was missing. */
async function recover({ context, number, thread, message, stored }: RecoverInput): Promise<boolean> {
  const { client, botUserId, homeTeamId, names } = context;
  const { channel, side } = thread;
  const known = stored.get(refKey({ channel, ts: message.ts }));
  if (known !== undefined && (known.deletedAt !== null || message.edited === undefined)) return false;

  const role = roleIn(side);
  const actorOf = (id: string): Promise<Actor> => names.actor({ id, role });
  const read = await readMessage({ names, botUserId, message, channel });
  const reading = side === 'helpdesk' ? markNotes(read) : read;
  if (reading.kind === 'comment' && isKnown({ comment: reading, known })) return false;
  if (side === 'helpdesk' && isWrittenElsewhere({ reading, homeTeamId })) return false;
  const after = await storeSlackMessage({ client, number, reading, actorOf });
  return after !== undefined && (after.body !== known?.body || after.internal !== known.internal);
}

type IsKnownInput = { comment: Comment; known: Message | undefined };

/** A note whose mark was taken away is still the same note. */
function isKnown({ comment, known }: IsKnownInput): boolean {
  return comment.body === known?.body && (known.internal || comment.internal !== true);
}

type RecoverDeletionsInput = {
  context: CatchUpContext;
  thread: Thread;
  messages: ThreadMessage[];
  stored: Stored;
};

/**
 * Messages that stand under this card in the API, but not in Slack any more. Retention removes the oldest first: where
 * the root is gone too, nobody says that an author deleted anything.
 */
async function recoverDeletions(input: RecoverDeletionsInput): Promise<number> {
  const { context, thread, messages, stored } = input;
  const { client, slack } = context;
  const { channel, ts: rootTs } = thread;
  const root = messages.find(({ ts }) => ts === rootTs);
  if (root === undefined || root.subtype === 'tombstone') return 0;
  const present = new Set(messages.map(({ ts }) => ts));
  let deleted = 0;
  for (const message of stored.values()) {
    const { origin, deletedAt } = message;
    if (origin?.channel !== channel || origin.ts <= rootTs || deletedAt !== null) continue;
    // It may stand in another thread of this channel: asked for by itself, a deleted message is not found.
    if (present.has(origin.ts) || (await readThread({ slack, root: origin })) !== undefined) continue;
    await client.deleteMessage({ id: message.id, actor: message.actor });
    deleted += 1;
  }
  return deleted;
}

function refKey({ channel, ts }: { channel: string; ts: string }): string {
  return `${channel} ${ts}`;
}
