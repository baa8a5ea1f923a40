import type { Message, SlackRef } from '@campus-desk/contract';
import type { SlackFile } from '../conversation/message-content.ts';
import { fileName, slackFilesOf } from '../conversation/read-files.ts';
import { textsAt } from '../conversation/texts-for.ts';
import { causeOf, SlackRefusal } from '../slack/errors.ts';
import { filePart } from '../slack/marker.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import { formatName } from '../ui/format-name.ts';
import { fallbackPart } from '../ui/text.ts';
import { uncopiedFile } from '../ui/uncopied-file.ts';
import type { MayBeShown, SyncContext } from './context.ts';
import { postOnce } from './post-once.ts';

type CopyFilesInput = {
  context: SyncContext;
  message: Message;
  /** The event with which the message was posted: what its files are known by. */
  posted: number;
  thread: SlackRef;
  /** Whose direct messages the thread may be in. */
  userId: string;
  mayBeShown: ReturnType<MayBeShown>;
};

/**
 * Copies the files of a message into another thread, each once: Slack shows a file only where it was shared. For one
 * that cannot be copied, a line says whom to ask.
 */
export async function copyFiles(input: CopyFilesInput): Promise<void> {
  const { context, message } = input;
  if (message.origin === null || message.files.length === 0) return;
  const known = await knownParts(input);
  const files = await filesAt({ slack: context.slack, message: message.origin });
  for (const [index, file] of files.entries()) {
    const part = filePart(index);
    if (isAnywhere(file) && !known.includes(part)) await copyFile({ ...input, file, part });
  }
}

/** The files of this message that an earlier attempt brought there. */
async function knownParts(input: CopyFilesInput): Promise<string[]> {
  const { context, message, posted, thread, mayBeShown } = input;
  if (mayBeShown === 'no') return [];
  const target = { channel: thread.channel, threadTs: thread.ts };
  const posts = await context.ownPosts.list({ target, sinceMs: Date.parse(message.createdAt) });
  return posts.filter(({ marker }) => marker.event === posted).map(({ marker }) => marker.part);
}

type FilesAtInput = { slack: PacedSlack; message: SlackRef };

/** The files of a message as Slack has them now; none when it is gone. */
async function filesAt({ slack, message: { channel, ts } }: FilesAtInput): Promise<SlackFile[]> {
  try {
    const { messages = [] } = await slack.replies({ channel, ts, limit: 1 });
    return slackFilesOf(messages.find(one => one.ts === ts));
  } catch (error) {
    if (error instanceof SlackRefusal) return [];
    throw error;
  }
}

/** A file that was deleted keeps its place in the message. */
function isAnywhere({ url_private, url_private_download, file_access }: SlackFile): boolean {
  return Boolean(url_private || url_private_download) || isKeptBack({ file_access });
}

function isKeptBack({ file_access }: Pick<SlackFile, 'file_access'>): boolean {
  return file_access === 'check_file_info';
}

type CopyFileInput = CopyFilesInput & { file: SlackFile; part: string };

async function copyFile(input: CopyFileInput): Promise<void> {
  const { context, message, posted, thread, mayBeShown, file, part } = input;
  const { actor: author } = message;
  const { textsFor } = context;
  const texts = await textsAt({ textsFor, channel: thread.channel, userId: input.userId });
  const sender = fallbackPart({ text: formatName({ person: author, texts }), max: 200 });
  const marker = { event: posted, ticket: message.ticketNumber, part };
  const target = { channel: thread.channel, threadTs: thread.ts };
  const name = fileName(file);
  try {
    // A name that is not known yet is filled in where the message stands, but never here.
    const comment = author.name === author.id ? '' : texts.notices.file.sender({ name: sender });
    const whole = isKeptBack(file) ? ((await context.slack.fileInfo(file.id ?? '')) ?? file) : file;
    const { ts, mayComeTwice } = await context.shareFile({ file: whole, name, marker, thread, comment });
    if (ts !== undefined && (mayComeTwice || mayBeShown !== 'no'))
      context.secondPosts.watch({ target, marker, ts });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const isTooLarge = causeOf(error.reason) === 'file_too_large';
    const post = uncopiedFile({ name, size: file.size ?? 0, author, isTooLarge, texts });
    const sinceMs = Date.parse(message.createdAt);
    await postOnce({ context, target, draw: () => post, marker, sinceMs, mayBeShown });
  }
}
