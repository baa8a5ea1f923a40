import type { WebClient } from '@slack/web-api';

/** Waits before the file is looked at again, in milliseconds: Slack scans and measures it after the upload. */
const waitsMs = [100, 200, 400, 800, 1600];

type UploadImageInput = {
  slack: WebClient;
  png: Buffer;
  title: string;
  sleep: (ms: number) => Promise<void>;
  signal: AbortSignal;
};

/**
 * Uploads a picture and resolves to its file id once Slack can show it in an image block, which it refuses before.
 * Rejects when `signal` aborts first.
 */
export async function uploadImage({ slack, png, title, sleep, signal }: UploadImageInput): Promise<string> {
  // No alt text here: with it, sharing fails silently. It stands in the image block.
  const { files } = await slack.filesUploadV2({ file: png, filename: 'chart.png', title });
  const id = files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack did not name the uploaded file');
  for (const ms of waitsMs) {
    signal.throwIfAborted();
    if (await isReady({ slack, id })) return id;
    await sleep(ms);
  }
  throw new Error('Slack did not get the uploaded file ready in time');
}

async function isReady({ slack, id }: { slack: WebClient; id: string }): Promise<boolean> {
  const { file } = await slack.files.info({ file: id });
  return Boolean(file?.mimetype && file.original_w);
}
