import { z } from 'zod';
import { type Comment, contentSchema, readComment } from './read-comment.ts';

export type SlackMessageReading =
  | ({ kind: 'comment' } & Comment)
  /** `comment` is the message as it reads now, `editor` whoever changed it. */
  | { kind: 'edit'; comment: Comment; editor: string; editedTs: string }
  /** `comment` is what was deleted, where Slack still says it. */
  | { kind: 'deletion'; channel: string; ts: string; comment: Comment | undefined }
  | { kind: 'ignore' };

const messageSchema = contentSchema.extend({
  channel: z.string().optional(),
  message: contentSchema.optional(),
  previous_message: contentSchema.optional(),
  deleted_ts: z.string().optional(),
});

type ReadSlackMessageInput = {
  message: unknown;
  channel?: string;
  botUserId: string;
  names?: ReadonlyMap<string, string>;
};

/**
 * What a Slack message means to us: the `event` of a delivery, or one entry of `conversations.replies` (then `channel`
 * says where). Joins, pins, unfurls, language detection, bots and our own posts are ignored.
 */
export function readSlackMessage(input: ReadSlackMessageInput): SlackMessageReading {
  const { message, channel, botUserId, names } = input;
  const parsed = messageSchema.safeParse(message);
  const ref = parsed.data?.channel ?? channel;
  if (!parsed.success || ref === undefined) return { kind: 'ignore' };
  const read = (content: unknown) => readComment({ content, channel: ref, botUserId, names });

  if (parsed.data.subtype === 'message_changed')
    return readEdit({ comment: read(parsed.data.message), event: parsed.data, botUserId });
  if (parsed.data.subtype === 'message_deleted')
    return readDeletion({ comment: read(parsed.data.previous_message), event: parsed.data, channel: ref });
  const comment = read(parsed.data);
  return comment === undefined ? { kind: 'ignore' } : { kind: 'comment', ...comment };
}

type ReadEditInput = {
  comment: Comment | undefined;
  event: z.infer<typeof messageSchema>;
  botUserId: string;
};

/** An edit by a person carries a new `edited`; unfurls and language detection repeat the old one or have none. */
function readEdit({ comment, event, botUserId }: ReadEditInput): SlackMessageReading {
  const edited = event.message?.edited;
  if (comment === undefined || edited === undefined || edited.user === botUserId) return { kind: 'ignore' };
  const previous = event.previous_message;
  if (edited.ts === previous?.edited?.ts && event.message?.text === previous.text) return { kind: 'ignore' };
  return { kind: 'edit', comment, editor: edited.user, editedTs: edited.ts };
}

type ReadDeletionInput = {
  comment: Comment | undefined;
  event: z.infer<typeof messageSchema>;
  channel: string;
};

/** Without `previous_message` nothing says whose message it was; who stored it knows. */
function readDeletion({ comment, event, channel }: ReadDeletionInput): SlackMessageReading {
  const ts = event.deleted_ts ?? event.previous_message?.ts;
  if (ts === undefined || (event.previous_message !== undefined && comment === undefined))
    return { kind: 'ignore' };
  return { kind: 'deletion', channel, ts, comment };
}
