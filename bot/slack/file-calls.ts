import type { WebClient } from '@slack/web-api';
import type { Call } from './call.ts';

type FileCallsInput = { slack: WebClient; call: <Result>(options: Call<Result>) => Promise<Result> };

type CompleteUploadInput = {
  fileId: string;
  title: string;
  channel: string;
  threadTs: string;
  comment: string;
  /** Asked after an unclear outcome: whether Slack has shared the file after all. */
  isShared: () => Promise<boolean>;
};

/** An upload that was begun: the id its file will have, and where its bytes go. */
export type Upload = { fileId: string; url: string };

/** The methods of the Web API about files, at Slack's pace. */
export function fileCalls({ slack, call }: FileCallsInput) {
  return {
    fileInfo: (file: string) =>
      call({ method: 'files.info', run: async () => (await slack.files.info({ file })).file }),

    beginUpload: ({ filename, length }: { filename: string; length: number }): Promise<Upload> =>
      call({
        method: 'files.getUploadURLExternal',
        run: async () => {
          const { file_id, upload_url } = await slack.files.getUploadURLExternal({ filename, length });
          if (file_id === undefined || upload_url === undefined)
            throw new Error('files.getUploadURLExternal answered no address');
          return { fileId: file_id, url: upload_url };
        },
      }),

    /** Shares an uploaded file in a thread; Slack does so some time after its answer. */
    completeUpload: ({ fileId, title, channel, threadTs, comment, isShared }: CompleteUploadInput) =>
      call({
        method: 'files.completeUploadExternal',
        channel,
        writes: true,
        findDone: async () => ((await isShared()) ? { ok: true } : undefined),
        run: () =>
          slack.files.completeUploadExternal({
            files: [{ id: fileId, title }],
            channel_id: channel,
            thread_ts: threadTs,
            ...(comment !== '' && { initial_comment: comment }),
          }),
      }),

    deleteFile: (file: string) =>
      call({ method: 'files.delete', writes: true, run: () => slack.files.delete({ file }) }),
  };
}
