import type { Sandbox, SlackFile, UploadResult } from 'slack-sandbox';

/** A picture of one pixel: all that is dropped. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type DropFileInput = { sandbox: Sandbox; as: string; name: string };

/** A file that a person put on the composer of their page; it is shared when they send. */
export async function dropFile({ sandbox, as, name }: DropFileInput): Promise<SlackFile> {
  const body = new FormData();
  body.append('files', new Blob([new Uint8Array(png)]), name);
  const answer = await fetch(`${sandbox.url}/sandbox/files?as=${as}`, { method: 'POST', body });
  const result = (await answer.json()) as UploadResult;
  const file = result.ok ? result.files[0] : undefined;
  if (file === undefined) throw new Error('The upload was refused.');
  return file;
}
