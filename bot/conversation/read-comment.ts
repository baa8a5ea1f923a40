import { cleanName, cleanText, lengthOf, type MessageFile, maxTextLength } from '@campus-desk/contract';
import { z } from 'zod';
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

const fileSchema = z.looseObject({
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  permalink: z.string().nullish(),
  url_private: z.string().nullish(),
});

export const contentSchema = z.looseObject({
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

/** Written by people; every other subtype comes from Slack or an app. */
const humanSubtypes = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);
const maxFiles = 20;
const cutNote = '… (cut here; the rest stands in Slack)';

type ReadCommentInput = {
  content: unknown;
  channel: string;
  botUserId: string;
  names: ReadonlyMap<string, string> | undefined;
};

/** The comment a person's message is; undefined for joins, bots, our own posts and messages without content. */
export function readComment({ content, channel, botUserId, names }: ReadCommentInput): Comment | undefined {
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success || !humanSubtypes.has(parsed.data.subtype)) return undefined;
  const { user, bot_id: botId, ts, thread_ts: threadTs, edited } = parsed.data;
  if (user === undefined || user === botUserId || botId != null) return undefined;
  const { files, unlinked } = readFiles(parsed.data);
  const words = readSlackText({ text: textOf(parsed.data), names });
  const body = fitting(cleanText([words, ...unlinked].join('\n')));
  if (body === '' && files.length === 0) return undefined;
  return {
    channel,
    ts,
    threadTs: threadTs === ts ? undefined : threadTs,
    user,
    body,
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
  for (const file of raw.slice(0, maxFiles)) {
    const name = (cleanName(file.name ?? '') || cleanName(file.title ?? '') || 'file').slice(0, 500);
    const url = file.permalink || file.url_private || '';
    const isLink = /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= 2000;
    if (isLink)
      files.push({ name, mimeType: file.mimetype || 'application/octet-stream', size: file.size ?? 0, url });
    else unlinked.push(`(file: ${name})`);
  }
  return { files, unlinked };
}

function fitting(body: string): string {
  if (lengthOf(body) <= maxTextLength) return body;
  return `${[...body].slice(0, maxTextLength - lengthOf(cutNote)).join('')}${cutNote}`;
}
