import type { WebClient } from '@slack/web-api';

type UploadImageInput = { slack: WebClient; png: Buffer; title: string };

/** Uploads a picture and resolves to its file id; Slack takes it in an image block once it has checked it. */
export async function uploadImage({ slack, png, title }: UploadImageInput): Promise<string> {
  // No alt text here: with it, sharing fails silently. It stands in the image block.
  const { files } = await slack.filesUploadV2({ file: png, filename: 'chart.png', title });
  const id = files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack did not name the uploaded file');
  return id;
}
