import { recordUnshare } from '../files/share-files.ts';
import type { Slack } from '../slack.ts';
import { isReply, type StoredMessage } from '../state/stored-message.ts';
import { recountReplies } from './post-message.ts';

const slackbot = 'USLACKBOT';

/** Deletes a message; a root with replies leaves a tombstone, for which Slack sends `message_changed`. */
export function deleteMessage({ slack, message }: { slack: Slack; message: StoredMessage }): void {
  if (message.ephemeral_for !== undefined) {
    slack.ephemerals.remove(message);
    return;
  }
  recordUnshare({ slack, message });
  const deleteTs = slack.workspace.nextTs();
  const messages = slack.workspace.messagesIn(message.channel);
  if ((message.reply_count ?? 0) > 0) {
    const tombstone = tombstoneOf(message);
    messages.put(message.ts, tombstone);
    slack.changes.publish({
      type: 'message_changed',
      message: tombstone,
      previous: message,
      editTs: deleteTs,
    });
    return;
  }
  messages.remove(message.ts);
  slack.changes.publish({ type: 'message_deleted', previous: message, deleteTs });
  if (isReply(message) && message.thread_ts !== undefined) {
    recountReplies({ slack, channel: message.channel, rootTs: message.thread_ts });
    removeEmptyTombstone({ slack, channel: message.channel, rootTs: message.thread_ts });
  }
}

function tombstoneOf(message: StoredMessage): StoredMessage {
  return {
    channel: message.channel,
    ts: message.ts,
    thread_ts: message.ts,
    user: slackbot,
    subtype: 'tombstone',
    text: 'This message was deleted.',
    hidden: true,
    reply_count: message.reply_count,
    reply_users: message.reply_users,
    latest_reply: message.latest_reply,
  };
}

function removeEmptyTombstone(input: { slack: Slack; channel: string; rootTs: string }): void {
  const messages = input.slack.workspace.messagesIn(input.channel);
  const root = messages.get(input.rootTs);
  if (root?.subtype !== 'tombstone' || (root.reply_count ?? 0) > 0) return;
  messages.remove(root.ts);
  input.slack.changes.publish({
    type: 'message_deleted',
    previous: root,
    deleteTs: input.slack.workspace.nextTs(),
  });
}
