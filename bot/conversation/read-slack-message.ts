import { z } from 'zod';
import { contentSchema, unreadFields } from './message-content.ts';
import { isMarked } from './note-mark.ts';
import { type Comment, readComment } from './read-comment.ts';

export type SlackMessageReading =
  | ({ kind: 'comment' } & Comment)
  /** `comment` is the message as it reads now, `editor` whoever changed it; before that it may have read as a note. */
  | { kind: 'edit'; comment: Comment; editor: string; editedTs: string; wasNote?: boolean }
  /** `comment` is what was deleted, where Slack still says it. */
  | { kind: 'deletion'; channel: string; ts: string; comment: Comment | undefined }
  | { kind: 'ignore' };

const messageSchema = contentSchema.extend({
  channel: z.string().nullish(),
  message: contentSchema.nullish().catch(undefined),
  previous_message: contentSchema.nullish().catch(undefined),
  deleted_ts: z.string().nullish().catch(undefined),
});

type SlackMessage = z.infer<typeof messageSchema>;

type ReadSlackMessageInput = {
  message: unknown;
  channel?: string;
  botUserId: string;
  names?: ReadonlyMap<string, string>;
  /** Called with the fields that could not be read: the message is then read without them, or ignored. */
  onUnread?: ((fields: string[]) => void) | undefined;
};

/**
 * What a Slack message means to us: the `event` of a delivery, or one entry of `conversations.replies` (then `channel`
 * says where). Joins, pins, unfurls, language detection, bots and our own posts are ignored.
 */
export function readSlackMessage(input: ReadSlackMessageInput): SlackMessageReading {
  const { message, channel, botUserId, names, onUnread } = input;
  const parsed = messageSchema.safeParse(message);
  const unread = unreadIn({ message, parsed, channel });
  if (unread.length > 0) onUnread?.(unread);
  const ref = parsed.data?.channel ?? channel;
  if (!parsed.success || ref === undefined) return { kind: 'ignore' };
  const read = (content: unknown) => readComment({ content, channel: ref, botUserId, names });

  if (parsed.data.subtype === 'message_changed' && parsed.data.message?.subtype !== 'tombstone')
    return readEdit({
      comment: read(parsed.data.message),
      wasNote: isMarked(read(parsed.data.previous_message)?.body ?? ''),
      event: parsed.data,
      botUserId,
    });
  if (parsed.data.subtype === 'message_changed' || parsed.data.subtype === 'message_deleted')
    return readDeletion({ comment: read(parsed.data.previous_message), event: parsed.data, channel: ref });
  const comment = read(parsed.data);
  return comment === undefined ? { kind: 'ignore' } : { kind: 'comment', ...comment };
}

type UnreadInInput = {
  message: unknown;
  parsed: z.ZodSafeParseResult<SlackMessage>;
  channel: string | undefined;
};

/** The fields of a message, and of the messages in it, that could not be read or are missing. */
function unreadIn({ message, parsed, channel }: UnreadInInput): string[] {
  if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.') || 'message');
  const { data: read } = parsed;
  const missing = [];
  if ((read.channel ?? channel) === undefined) missing.push('channel');
  // Messages of apps, changes, and what Slack says itself have no author of their own.
  const isFromNobody = read.subtype == null && read.bot_id == null && read.message == null;
  if (isFromNobody && read.user == null) missing.push('user');
  return [...missing, ...unreadFields({ raw: message, read })];
}

type ReadEditInput = {
  comment: Comment | undefined;
  wasNote: boolean;
  event: SlackMessage;
  botUserId: string;
};

/** An edit by a person carries a new `edited`; unfurls and language detection repeat the old one or have none. */
function readEdit({ comment, wasNote, event, botUserId }: ReadEditInput): SlackMessageReading {
  const edited = event.message?.edited;
  if (comment === undefined || edited == null || edited.user === botUserId) return { kind: 'ignore' };
  const previous = event.previous_message;
  if (edited.ts === previous?.edited?.ts && event.message?.text === previous.text) return { kind: 'ignore' };
  const editor = edited.user ?? comment.user;
  return { kind: 'edit', comment, editor, editedTs: edited.ts, ...(wasNote && { wasNote }) };
}

type ReadDeletionInput = {
  comment: Comment | undefined;
  event: SlackMessage;
  channel: string;
};

/**
 * Without `previous_message` nothing says whose message it was; who stored it knows. One with replies under it becomes a
 * tombstone, which Slack sends as a change.
 */
function readDeletion({ comment, event, channel }: ReadDeletionInput): SlackMessageReading {
  const ts = event.deleted_ts ?? event.previous_message?.ts ?? event.message?.ts;
  if (ts === undefined || (event.previous_message != null && comment === undefined))
    return { kind: 'ignore' };
  return { kind: 'deletion', channel, ts, comment };
}
