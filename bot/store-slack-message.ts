import type { Client } from '../api/client.ts';
import type { Actor, Message } from '../api/contract/index.ts';
import type { Comment, SlackMessageReading } from './slack-message.ts';

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
  const message = await postComment({ client, number, comment, actorOf });
  return applyEdit({ client, message, comment, editedTs, actor: await actorOf(editor) });
}

async function storeComment({
  client,
  number,
  comment,
  actorOf,
}: {
  client: Client;
  number: number;
  comment: Comment;
  actorOf: ActorOf;
}): Promise<Message> {
  const message = await postComment({ client, number, comment, actorOf });
  const { editedTs } = comment;
  if (editedTs === undefined || message.body === comment.body) return message;
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
      ? (await client.findMessages({ channel, ts })).messages[0]
      : await postComment({ client, number, comment, actorOf });
  if (message === undefined || message.deletedAt !== null) return message;
  // Slack does not say who deleted; it is told as the author's act.
  return client.deleteMessage({ id: message.id, actor: message.actor });
}

/** The same origin answers the same message again, whatever the body says by now. */
async function postComment({
  client,
  number,
  comment: { channel, ts, user, body, files },
  actorOf,
}: {
  client: Client;
  number: number;
  comment: Comment;
  actorOf: ActorOf;
}): Promise<Message> {
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
