import type { SlackFile } from '../../protocol.ts';
import { changeMessage } from '../messages/change-message.ts';
import type { Slack } from '../slack.ts';
import type { StoredFile } from '../state/workspace.ts';

/** Deletes a file; the messages it was shared in stay, and say that it was deleted. */
export function deleteFile({ slack, file }: { slack: Slack; file: StoredFile }): void {
  slack.files.remove(file.id);
  for (const { channel, ts } of file.shares) {
    const message = slack.workspace.messagesIn(channel).get(ts);
    if (message === undefined) continue;
    const files = message.files?.map(one => (one.id === file.id ? tombstoneOf(one) : one));
    const { text, blocks, attachments, metadata } = message;
    changeMessage({ slack, message, edit: { text, blocks, attachments, metadata, files } });
  }
}

function tombstoneOf({ id }: SlackFile): SlackFile {
  const nothing = { name: '', title: '', mimetype: '', size: 0, url_private: '', url_private_download: '' };
  return { id, mode: 'tombstone', ...nothing };
}
