import { notifiedOf } from '../../followers.ts';
import type { SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { isDeactivated } from '../state/is-deactivated.ts';
import { isOpen } from '../state/is-open.ts';
import { isReply, type MessageMetadata, type StoredMessage } from '../state/stored-message.ts';
import type { StoredFile } from '../state/workspace.ts';

export type NewMessage = {
  channel: string;
  userId: string;
  text: string;
  blocks?: SlackJson[];
  attachments?: SlackJson[];
  /** Timestamp of a root message that exists. */
  threadTs?: string;
  isBroadcast?: boolean;
  files?: StoredFile[];
  metadata?: MessageMetadata;
  clientMessageId?: string;
  /** Shown on the page, but not sent as an event. */
  isSilent?: boolean;
};

/** Puts a message into its channel or thread and publishes the change. */
export function postMessage({ slack, message }: { slack: Slack; message: NewMessage }): StoredMessage {
  const { workspace, changes } = slack;
  const messages = workspace.messagesIn(message.channel);
  const root = message.threadTs === undefined ? undefined : messages.get(message.threadTs);
  const isPublic = isOpen(workspace.conversations.get(message.channel));
  const draft = withoutBlanks({
    ...signature({ slack, userId: message.userId }),
    channel: message.channel,
    ts: workspace.nextTs(),
    thread_ts: root?.ts,
    parent_user_id: root?.user,
    subtype: subtypeOf(message),
    text: message.text,
    blocks: message.blocks,
    attachments: message.attachments,
    files: message.files?.map(file => ({ ...pageFile(file), is_public: isPublic || file.is_public })),
    upload: message.files === undefined ? undefined : true,
    metadata: message.metadata,
    client_msg_id: message.clientMessageId,
  });
  const stored = { ...draft, ...notified({ slack, message: draft }) };
  messages.put(stored.ts, stored);
  changes.publish({ type: message.isSilent ? 'message_touched' : 'message_posted', message: stored });
  if (root !== undefined) recountReplies({ slack, channel: message.channel, rootTs: root.ts });
  return stored;
}

/** Whom Slack notifies of a new message, where that is anybody. */
function notified({ slack, message }: { slack: Slack; message: StoredMessage }) {
  const { workspace, trouble } = slack;
  const conversation = workspace.conversations.get(message.channel);
  if (conversation === undefined) return {};
  const isBefore = (one: StoredMessage) =>
    one.ts === message.thread_ts || one.thread_ts === message.thread_ts;
  const thread =
    message.thread_ts === undefined ? [] : workspace.messagesIn(message.channel).all().filter(isBefore);
  const ids = notifiedOf({ conversation, message, thread }).filter(id => {
    const person = workspace.people.get(id);
    return person !== undefined && !person.isBot && !isDeactivated({ person, trouble: trouble.get() });
  });
  return ids.length > 0 ? { notified: ids } : {};
}

/** Who a message is from, as Slack writes it: an app's message names the app. */
export function signature({ slack, userId }: { slack: Slack; userId: string }) {
  const { installation, manifest } = slack;
  if (userId !== installation.botUserId) return { user: userId };
  const { appId, botId, team } = installation;
  const bot_profile = { id: botId, app_id: appId, name: manifest.name, team_id: team.id, deleted: false };
  return { user: userId, bot_id: botId, app_id: appId, bot_profile };
}

/** Brings the root's reply counts up to date after a reply came or went. */
export function recountReplies(input: { slack: Slack; channel: string; rootTs: string }): void {
  const messages = input.slack.workspace.messagesIn(input.channel);
  const root = messages.get(input.rootTs);
  if (root === undefined) return;
  const replies = messages.all().filter(message => isReply(message) && message.thread_ts === root.ts);
  const { thread_ts: _ts, reply_count: _count, reply_users: _users, latest_reply: _latest, ...bare } = root;
  const counts = {
    thread_ts: root.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map(reply => reply.user))],
    latest_reply: replies.at(-1)?.ts,
  };
  const counted = replies.length === 0 ? bare : withoutBlanks({ ...bare, ...counts });
  input.slack.changes.publish({ type: 'message_touched', message: messages.put(root.ts, counted) });
}

function subtypeOf({ files, isBroadcast }: NewMessage): string | undefined {
  if (files !== undefined && files.length > 0) return 'file_share';
  return isBroadcast ? 'thread_broadcast' : undefined;
}

/** A file as messages and the page show it, without what only the workspace keeps. */
export function pageFile(input: StoredFile) {
  const { userId: _user, announced: _size, state: _state, shares: _shares, ...file } = input;
  return file;
}

/** Leaves out what is undefined, so that a stored message equals its JSON. */
function withoutBlanks<T extends object>(record: T): T {
  // Dropping undefined members does not change the type: each of them was optional.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
