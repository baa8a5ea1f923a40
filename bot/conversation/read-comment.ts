import { cleanText, lengthOf, type MessageFile, maxTextLength } from '@campus-desk/contract';
import { slackbot } from '../slack/identity.ts';
import { contentSchema } from './message-content.ts';
import { textOfContent } from './message-text.ts';
import { filesOf, readFiles } from './read-files.ts';
import { readSlackText } from './slack-text.ts';

/** What a person wrote, where, and in which thread; `user` is the author. */
export type Comment = {
  channel: string;
  ts: string;
  threadTs: string | undefined;
  /** Replies stand under it. */
  isRoot?: true;
  user: string;
  /** The author's workspace, where Slack says it. */
  team: string | undefined;
  body: string;
  files: MessageFile[];
  /** A note: only helpdesk is to see it. Absent where no notes are written. */
  internal?: boolean;
  /** Slack's `edited.ts` when the text is no longer the first one. */
  editedTs: string | undefined;
};

/** Written by people; every other subtype comes from Slack or an app. */
const humanSubtypes = new Set<unknown>([undefined, null, 'file_share', 'thread_broadcast', 'me_message']);
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
  const { user, bot_id: botId, ts, thread_ts: threadTs, edited, user_team, source_team, team } = parsed.data;
  if (user == null || user === botUserId || user === slackbot || botId != null) return undefined;
  const { files, unlinked } = readFiles(filesOf(parsed.data));
  const words = readSlackText({ text: textOfContent(parsed.data), names });
  const body = fitting(cleanText([words, ...unlinked].join('\n')));
  if (body === '' && files.length === 0) return undefined;
  return {
    channel,
    ts,
    threadTs: threadTs === ts ? undefined : (threadTs ?? undefined),
    ...(threadTs === ts && { isRoot: true }),
    user,
    team: user_team ?? source_team ?? team ?? undefined,
    body,
    files,
    editedTs: edited?.ts,
  };
}

function fitting(body: string): string {
  if (lengthOf(body) <= maxTextLength) return body;
  return `${[...body].slice(0, maxTextLength - lengthOf(cutNote)).join('')}${cutNote}`;
}
