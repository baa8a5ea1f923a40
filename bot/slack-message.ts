import { z } from 'zod';
import { cleanText, lengthOf, longestText, type MessageFile } from '../api/contract/index.ts';
import { readSlackText } from './slack-text.ts';

/** What a person wrote, where, and in which thread; `user` is the author. */
export type Comment = {
  channel: string;
  ts: string;
  threadTs: string | undefined;
  user: string;
  body: string;
  files: MessageFile[];
  /** Slack's `edited.ts` when the text is no longer the first one. */
  editedTs: string | undefined;
};

export type SlackMessageReading =
  | ({ kind: 'comment' } & Comment)
  /** `comment` is the message as it reads now, `editor` whoever changed it. */
  | { kind: 'edit'; comment: Comment; editor: string; editedTs: string }
  /** `comment` is what was deleted, where Slack still says it. */
  | { kind: 'deletion'; channel: string; ts: string; comment: Comment | undefined }
  | { kind: 'ignore' };

const fileSchema = z.looseObject({
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  permalink: z.string().nullish(),
  url_private: z.string().nullish(),
});

const contentSchema = z.looseObject({
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().nullish(),
  files: z.array(fileSchema).optional(),
  attachments: z
    .array(z.looseObject({ fallback: z.string().nullish(), text: z.string().nullish() }))
    .optional(),
  edited: z.looseObject({ user: z.string(), ts: z.string() }).optional(),
});
type Content = z.infer<typeof contentSchema>;

const messageSchema = contentSchema.extend({
  channel: z.string().optional(),
  message: contentSchema.optional(),
  previous_message: contentSchema.optional(),
  deleted_ts: z.string().optional(),
});

/** People's own words; every other subtype is Slack or an app speaking. */
const humanSubtypes = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);
const mostFiles = 20;
const cutNote = '… (cut here; the rest stands in Slack)';

/**
 * What a Slack message says to us: the `event` of a delivery, or one entry of `conversations.replies` (then `channel`
 * says where). Joins, pins, unfurls, language detection, bots and our own posts are ignored.
 */
export function readSlackMessage({
  message,
  channel,
  botUserId,
  names,
}: {
  message: unknown;
  channel?: string;
  botUserId: string;
  names?: ReadonlyMap<string, string>;
}): SlackMessageReading {
  const parsed = messageSchema.safeParse(message);
  const place = parsed.data?.channel ?? channel;
  if (!parsed.success || place === undefined) return { kind: 'ignore' };
  const read = (content: Content | undefined) => toComment({ content, channel: place, botUserId, names });

  if (parsed.data.subtype === 'message_changed')
    return readEdit({ comment: read(parsed.data.message), event: parsed.data, botUserId });
  if (parsed.data.subtype === 'message_deleted')
    return readDeletion({ comment: read(parsed.data.previous_message), event: parsed.data, channel: place });
  const comment = read(parsed.data);
  return comment === undefined ? { kind: 'ignore' } : { kind: 'comment', ...comment };
}

/** An edit by a person carries a new `edited`; unfurls and language detection repeat the old one or have none. */
function readEdit({
  comment,
  event,
  botUserId,
}: {
  comment: Comment | undefined;
  event: z.infer<typeof messageSchema>;
  botUserId: string;
}): SlackMessageReading {
  const edited = event.message?.edited;
  if (comment === undefined || edited === undefined || edited.user === botUserId) return { kind: 'ignore' };
  const previous = event.previous_message;
  if (edited.ts === previous?.edited?.ts && event.message?.text === previous.text) return { kind: 'ignore' };
  return { kind: 'edit', comment, editor: edited.user, editedTs: edited.ts };
}

/** Without `previous_message` nothing says whose message it was; who stored it knows. */
function readDeletion({
  comment,
  event,
  channel,
}: {
  comment: Comment | undefined;
  event: z.infer<typeof messageSchema>;
  channel: string;
}): SlackMessageReading {
  const ts = event.deleted_ts ?? event.previous_message?.ts;
  if (ts === undefined || (event.previous_message !== undefined && comment === undefined))
    return { kind: 'ignore' };
  return { kind: 'deletion', channel, ts, comment };
}

function toComment({
  content,
  channel,
  botUserId,
  names,
}: {
  content: Content | undefined;
  channel: string;
  botUserId: string;
  names: ReadonlyMap<string, string> | undefined;
}): Comment | undefined {
  if (content === undefined || !humanSubtypes.has(content.subtype)) return undefined;
  const { user, bot_id: botId, ts, thread_ts: threadTs, edited } = content;
  if (user === undefined || user === botUserId || botId != null) return undefined;
  const { files, unlinked } = readFiles(content);
  const body = [readSlackText({ text: textOf(content), names }), ...unlinked].filter(part => part !== '');
  if (body.length === 0 && files.length === 0) return undefined;
  return {
    channel,
    ts,
    threadTs: threadTs === ts ? undefined : threadTs,
    user,
    body: fitting(cleanText(body.join('\n'))),
    files,
    editedTs: edited?.ts,
  };
}

/** A forwarded message has no text of its own. */
function textOf({ text, attachments = [] }: Content): string {
  if (text) return text;
  return attachments.map(attachment => attachment.text || attachment.fallback || '').join('\n');
}

/** Files with a link; a file whose link Slack keeps back is named in the text instead. */
function readFiles({ files: raw = [] }: Content): { files: MessageFile[]; unlinked: string[] } {
  const files: MessageFile[] = [];
  const unlinked: string[] = [];
  for (const file of raw.slice(0, mostFiles)) {
    const name = (file.name || file.title || 'file').slice(0, 500);
    const url = file.permalink || file.url_private || '';
    const isLink = /^https?:\/\//.test(url) && url.length <= 2000;
    if (isLink)
      files.push({ name, mimeType: file.mimetype || 'application/octet-stream', size: file.size ?? 0, url });
    else unlinked.push(`(file: ${name})`);
  }
  return { files, unlinked };
}

function fitting(body: string): string {
  if (lengthOf(body) <= longestText) return body;
  return `${[...body].slice(0, longestText - lengthOf(cutNote)).join('')}${cutNote}`;
}
