import type { Actor, Client, Message } from '@campus-desk/contract';
import type { Comment } from './read-comment.ts';
import type { SlackMessageReading } from './read-slack-message.ts';

/** Gives the actor for a Slack user who wrote in the thread. */
type ActorOf = (userId: string) => Promise<Actor>;

type StoreSlackMessageInput = {
  client: Client;
  number: number;
  reading: SlackMessageReading;
  actorOf: ActorOf;
};

/**
 * Stores what a person did with a message in a ticket's thread. Safe to repeat and in any order: an edit or a deletion
 * that arrives first stores the message itself too, so that the message cannot come back afterwards.
 */
export async function storeSlackMessage(input: StoreSlackMessageInput): Promise<Message | undefined> {
  const { client, number, reading, actorOf } = input;
  if (reading.kind === 'ignore') return undefined;
  if (reading.kind === 'deletion') return storeDeletion({ client, number, reading, actorOf });
  if (reading.kind === 'comment') return storeComment({ client, number, comment: reading, actorOf });
  const { comment, editor, editedTs } = reading;
  const message = await findOrPost({ client, number, comment, actorOf });
  return applyEdit({ client, message, comment, editedTs, actor: await actorOf(editor) });
}

async function storeComment({ client, number, comment, actorOf }: Posting): Promise<Message> {
  const message = await postComment({ client, number, comment, actorOf });
  const { editedTs } = comment;
  if (editedTs === undefined) return message;
  // Also when the text is the same: an older edit that arrives late must find that there is a newer one.
  return applyEdit({ client, message, comment, editedTs, actor: await actorOf(comment.user) });
}

type StoreDeletionInput = {
  client: Client;
  number: number;
  reading: Extract<SlackMessageReading, { kind: 'deletion' }>;
  actorOf: ActorOf;
};

async function storeDeletion(input: StoreDeletionInput): Promise<Message | undefined> {
  const { client, number, reading, actorOf } = input;
  const { channel, ts, comment } = reading;
  const message =
    comment === undefined
      ? await findMessage({ client, channel, ts })
      : await findOrPost({ client, number, comment, actorOf });
  if (message === undefined || message.deletedAt !== null) return message;
  // Slack does not say who deleted; it is recorded as the author's act.
  return client.deleteMessage({ id: message.id, actor: message.actor });
}

/** Mostly the message is known already; one that is not is stored as it reads now. */
async function findOrPost(input: Posting): Promise<Message> {
  return (await findMessage({ client: input.client, ...input.comment })) ?? postComment(input);
}

type FindMessageInput = { client: Client; channel: string; ts: string };

async function findMessage({ client, channel, ts }: FindMessageInput): Promise<Message | undefined> {
  const { messages } = await client.findMessages({ channel, ts, role: 'helpdesk' });
  return messages[0];
}

type Posting = { client: Client; number: number; comment: Comment; actorOf: ActorOf };

/** The same origin answers the same message again, whatever the body says by now. */
async function postComment(input: Posting): Promise<Message> {
  const { client, number, actorOf } = input;
  const { channel, ts, user, body, files, internal = false } = input.comment;
  const actor = await actorOf(user);
  return client.postMessage({ number, actor, body, files, internal, origin: { channel, ts } });
}

type ApplyEditInput = { client: Client; message: Message; comment: Comment; editedTs: string; actor: Actor };

/** The API leaves out an edit older than the stored one. */
async function applyEdit({ client, message, comment, editedTs, actor }: ApplyEditInput): Promise<Message> {
  const { internal = false } = comment;
  if (message.deletedAt !== null && !internal) return message;
  const body = comment.body || '(text removed)';
  return client.editMessage({ id: message.id, actor, body, editedTs, ...(internal && { internal }) });
}
