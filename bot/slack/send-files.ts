import type { WebClient } from '@slack/web-api';
import { openDm } from './open-dm.ts';

type SendFilesInput = {
  slack: WebClient;
  userId: string;
  /** What stands above the files, without markup. */
  comment: string;
  files: { name: string; title: string; text: string }[];
};

/** Sends text files to a person alone, in their direct messages with the bot. */
export async function sendFiles({ slack, userId, comment, files }: SendFilesInput): Promise<void> {
  await slack.filesUploadV2({
    channel_id: await openDm({ slack, userId }),
    initial_comment: comment,
    file_uploads: files.map(({ name, title, text }) => ({ file: Buffer.from(text), filename: name, title })),
  });
}
