import type { Actor, Client, Message } from '@campus-desk/contract';
import type { Comment } from './read-comment.ts';
import type { SlackMessageReading } from './read-slack-message.ts';

/** Gives the actor for a Slack user who wrote in the thread. */
export type ActorOf = (userId: string) => Promise<Actor>;

/**
 * Stores what a person did with a message in a ticket's thread. Safe to repeat and in any order: an edit or a deletion
 * that arrives first stores the message itself too, so that the message cannot come back afterwards.
 */
export async function storeSlackMessage({
  client,
  number,
  reading,
  actorOf,
}: {
  client: Client;
  number: number;
  reading: SlackMessageReading;
  actorOf: ActorOf;
}): Promise<Message | undefined> {
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
  // Also when it reads the same: an older edit that arrives late must find that there is a newer one.
  return applyEdit({ client, message, comment, editedTs, actor: await actorOf(comment.user) });
}

async function storeDeletion({
  client,
  number,
  reading,
  actorOf,
}: {
  client: Client;
  number: number;
  reading: Extract<SlackMessageReading, { kind: 'deletion' }>;
  actorOf: ActorOf;
}): Promise<Message | undefined> {
  const { channel, ts, comment } = reading;
  const message =
    comment === undefined
      ? await findMessage({ client, channel, ts })
      : await findOrPost({ client, number, comment, actorOf });
  if (message === undefined || message.deletedAt !== null) return message;
  // Slack does not say who deleted; it is told as the author's act.
  return client.deleteMessage({ id: message.id, actor: message.actor });
}

/** What is edited or deleted is mostly known; a message that is not yet is stored as it reads now. */
async function findOrPost(input: Posting): Promise<Message> {
  return (await findMessage({ client: input.client, ...input.comment })) ?? postComment(input);
}

async function findMessage({
  client,
  channel,
  ts,
}: {
  client: Client;
  channel: string;
  ts: string;
}): Promise<Message | undefined> {
  const { messages } = await client.findMessages({ channel, ts });
  return messages[0];
}

type Posting = { client: Client; number: number; comment: Comment; actorOf: ActorOf };

/** The same origin answers the same message again, whatever the body says by now. */
async function postComment({
  client,
  number,
  comment: { channel, ts, user, body, files },
  actorOf,
}: Posting): Promise<Message> {
  return client.postMessage({ number, actor: await actorOf(user), body, files, origin: { channel, ts } });
}

/** The API leaves out an edit older than the stored one. */
async function applyEdit({
  client,
  message,
  comment,
  editedTs,
  actor,
}: {
  client: Client;
  message: Message;
  comment: Comment;
  editedTs: string;
  actor: Actor;
}): Promise<Message> {
  if (message.deletedAt !== null) return message;
  return client.editMessage({ id: message.id, actor, body: comment.body || '(text removed)', editedTs });
}
