import { postMessage } from '../messages/post-message.ts';
import type { Slack } from '../slack.ts';
import { isOpen } from '../state/is-open.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import type { StoredFile } from '../state/workspace.ts';

type ShareFilesInput = {
  slack: Slack;
  ids: string[];
  channel?: string;
  threadTs?: string;
  comment: string;
};

/**
 * Processes uploaded files and then posts them where the app wanted them: like Slack, some time after the upload
 * was answered.
 */
export function shareFiles(input: ShareFilesInput): void {
  const { slack, ids, channel, threadTs, comment } = input;
  const process = async () => {
    const { fileProcessingMs, slowFileMs } = slack.timing;
    await slack.wait(slack.trouble.get().slowFiles ? slowFileMs : fileProcessingMs);
    const files = ids.map(id => slack.files.finish(id)).filter(file => file !== undefined);
    if (channel === undefined || files.length === 0) return;
    const userId = slack.installation.botUserId;
    const { ts } = postMessage({ slack, message: { channel, userId, text: comment, threadTs, files } });
    recordShare({ slack, files, channel, ts });
  };
  void slack.deliveries.track(process());
}

/** Forgets the files of a message that is gone: they are not shared there any more. */
export function recordUnshare({ slack, message }: { slack: Slack; message: StoredMessage }): void {
  for (const { id } of message.files ?? []) {
    const file = slack.workspace.files.get(id);
    if (file === undefined) continue;
    const isElsewhere = (share: { channel: string; ts: string }) =>
      share.channel !== message.channel || share.ts !== message.ts;
    slack.workspace.files.put(id, { ...file, shares: file.shares.filter(isElsewhere) });
  }
}

/** Remembers in which message a file was shared. */
export function recordShare(input: { slack: Slack; files: StoredFile[]; channel: string; ts: string }): void {
  const { slack, files, channel, ts } = input;
  for (const file of files) {
    const is_public = file.is_public === true || isOpen(slack.workspace.conversations.get(channel));
    slack.workspace.files.put(file.id, { ...file, is_public, shares: [...file.shares, { channel, ts }] });
  }
}
