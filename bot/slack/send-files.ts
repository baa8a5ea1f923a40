import type { WebClient } from '@slack/web-api';

type SendFilesInput = {
  slack: WebClient;
  userId: string;
  /** What stands above the files, without markup. */
  comment: string;
  files: { name: string; title: string; text: string }[];
};

/** Sends text files to a person alone, in their direct messages with the bot. */
export async function sendFiles({ slack, userId, comment, files }: SendFilesInput): Promise<void> {
  const { channel } = await slack.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('Slack did not name the conversation');
  await slack.filesUploadV2({
    channel_id: channel.id,
    initial_comment: comment,
    file_uploads: files.map(({ name, title, text }) => ({ file: Buffer.from(text), filename: name, title })),
  });
}
