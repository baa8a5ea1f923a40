import type { Sandbox, UploadResult } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';
/** A channel without the app. */
const foreignChannel = 'C03LIBRARY';

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const messages = () => sandbox.snapshot(ben).messages[helpdeskChannel] ?? [];

  test('uploadV2 shares a picture, some time after it was answered', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const channel_id = helpdeskChannel;

    const uploaded = await clientOf(sandbox).filesUploadV2({
      channel_id,
      file: png,
      filename: 'chart.png',
      title: 'Backlog',
      initial_comment: 'Here it is',
    });
    expect(uploaded.ok).toBe(true);
    expect(messages()).toEqual([]);
    await sandbox.settled();

    const file = {
      title: 'Backlog',
      name: 'chart.png',
      mimetype: 'image/png',
      size: png.length,
      original_w: 1,
    };
    expect(messages()).toMatchObject([{ subtype: 'file_share', text: 'Here it is', files: [file] }]);
    expect(app.events()).toMatchObject([{ subtype: 'file_share', upload: true, files: [file] }]);
  });

  test('a picture block waits until its file has been processed', async () => {
    sandbox = opened(await startTestSandbox({ timing: { fileProcessingMs: 300 } }));
    const client = clientOf(sandbox);
    const channel = helpdeskChannel;
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
      filename: 'chart.png',
      length: png.length,
    });
    await fetch(upload_url, { method: 'POST', body: new Uint8Array(png) });
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'Chart' }] });
    const post = () =>
      client.chat.postMessage({
        channel,
        text: 'chart',
        blocks: [{ type: 'image', alt_text: 'A chart', slack_file: { id: file_id } }],
      });

    await expect(post()).rejects.toMatchObject({
      data: { errors: [expect.stringContaining('invalid slack file')] },
    });
    await sandbox.settled();
    const { file } = await client.files.info({ file: file_id });

    expect(file).toMatchObject({ mimetype: 'image/png', original_w: 1, original_h: 1 });
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  test('an upload is named, sized and finished once', async () => {
    const client = clientOf(sandbox);
    const announce = (args: { filename: string; length: number }) => client.files.getUploadURLExternal(args);

    await expect(announce({ filename: 'x.txt', length: 0 })).rejects.toMatchObject({
      data: { error: 'missing_argument' },
    });
    const { upload_url = '', file_id = '' } = await announce({ filename: 'x.txt', length: 2 });
    const early = client.files.completeUploadExternal({ files: [{ id: file_id, title: 'x' }] });
    await expect(early).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(400);
    expect((await fetch(upload_url, { method: 'POST', body: 'ab' })).status).toBe(200);
    expect((await fetch(upload_url, { method: 'POST', body: 'ab' })).status).toBe(404);
  });

  test('a person’s files come with the message, and the app fetches them with its token', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const file = await drop(sandbox, 'photo.png');

    await sandbox.act({
      type: 'say',
      as: ben,
      channel: helpdeskChannel,
      text: 'look',
      fileIds: [file.id],
    });
    await sandbox.settled();
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    const withToken = await fetch(file.url_private_download, { headers });
    const without = await fetch(file.url_private_download);

    expect(app.events()).toMatchObject([
      { subtype: 'file_share', user: ben, text: 'look', files: [{ id: file.id, name: 'photo.png' }] },
    ]);
    expect(Buffer.from(await withToken.arrayBuffer())).toEqual(png);
    expect(without.headers.get('content-type')).toContain('text/html');
  });

  test('the app reads a file only where it is itself', async () => {
    const { id, url_private_download } = await drop(sandbox, 'photo.png');
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    const fetched = async () => (await fetch(url_private_download, { headers })).headers.get('content-type');
    await sandbox.act({ type: 'say', as: ben, channel: foreignChannel, text: '', fileIds: [id] });
    expect(await fetched()).toContain('text/html');
    await expect(clientOf(sandbox).files.info({ file: id })).rejects.toMatchObject({
      data: { error: 'file_not_found' },
    });

    await sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text: '', fileIds: [id] });

    expect(await fetched()).toBe('image/png');
    expect((await clientOf(sandbox).files.info({ file: id })).file).toMatchObject({
      filetype: 'png',
      mode: 'hosted',
      permalink: expect.stringContaining(`/files/${ben}/${id}/photo.png`),
    });
  });

  test('a file is described as Slack does it, in its message and when asked for', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const { id } = await drop(sandbox, 'photo.png');
    await sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text: '', fileIds: [id] });
    const dm = await sandbox.act({ type: 'open_dm', as: ben, with: sandbox.botUserId });
    const channel = dm.ok ? (dm.channel ?? '') : '';
    await sandbox.act({ type: 'say', as: ben, channel, text: '', fileIds: [id] });
    await sandbox.settled();
    const { file } = await clientOf(sandbox).files.info({ file: id });
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    const thumbnail = await fetch(file?.thumb_360 ?? '', { headers });

    const described = {
      filetype: 'png',
      pretty_type: 'PNG',
      is_external: false,
      is_public: true,
      editable: false,
      file_access: 'visible',
      thumb_360_w: 1,
    };
    expect(file).toMatchObject({ ...described, channels: [helpdeskChannel], groups: [], ims: [channel] });
    expect(Object.keys(file?.shares?.private ?? {})).toEqual([channel]);
    expect(app.events()[0]).toMatchObject({ files: [{ id, ...described, timestamp: file?.created }] });
    expect(thumbnail.headers.get('content-type')).toBe('image/png');
  });

  test('people open a file only where it was shared', async () => {
    const { id } = await drop(sandbox, 'photo.png');
    const dm = await sandbox.act({ type: 'open_dm', as: ben, with: sandbox.botUserId });
    const said = { type: 'say', as: ben, channel: dm.ok ? (dm.channel ?? '') : '', text: '' } as const;
    const posted = await sandbox.act({ ...said, fileIds: [id] });
    const opened = (as: string) => fetch(`${sandbox.url}/files/${ben}/${id}/photo.png?as=${as}`);

    const own = await opened(ben);
    const foreign = await opened('U01ADA');

    expect(posted.ok).toBe(true);
    expect(Buffer.from(await own.arrayBuffer())).toEqual(png);
    expect(foreign.status).toBe(404);
    expect(await foreign.text()).toContain('File not found');
    expect((await fetch(`${sandbox.url}/sandbox/files/${id}?as=U01ADA`)).status).toBe(404);
  });

  test('an upload is completed and shared once', async () => {
    const client = clientOf(sandbox);
    const announced = { filename: 'x.txt', length: 2 };
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal(announced);
    await fetch(upload_url, { method: 'POST', body: 'ab' });
    const complete = () =>
      client.files.completeUploadExternal({ files: [{ id: file_id }], channel_id: helpdeskChannel });

    await complete();

    await expect(complete()).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    await sandbox.settled();
    expect(messages()).toHaveLength(1);
  });

  test('a file that the app deletes is gone, and its message says so', async () => {
    const client = clientOf(sandbox);
    await client.filesUploadV2({ channel_id: helpdeskChannel, file: png, filename: 'chart.png' });
    await sandbox.settled();
    const [{ id = '' } = {}] = messages()[0]?.files ?? [];

    await client.files.delete({ file: id });

    expect(messages()).toMatchObject([{ files: [{ id, mode: 'tombstone' }] }]);
    expect((await fetch(`${sandbox.url}/sandbox/files/${id}`)).status).toBe(404);
  });

  test('slow files are shared later, and files without size never say one', async () => {
    sandbox = opened(await startTestSandbox({ timing: { slowFileMs: 300 } }));
    sandbox.trouble.set({ slowFiles: true, unsizedFiles: true });
    await clientOf(sandbox).filesUploadV2({ channel_id: helpdeskChannel, file: png, filename: 'chart.png' });
    const startedAt = performance.now();

    await sandbox.settled();

    expect(performance.now() - startedAt).toBeGreaterThan(100);
    expect(messages()[0]?.files?.[0]).toMatchObject({ mimetype: 'image/png' });
    expect(messages()[0]?.files?.[0]).not.toHaveProperty('original_w');
  });

  test('locked files are a login page', async () => {
    const file = await drop(sandbox, 'photo.png');
    await sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text: '', fileIds: [file.id] });
    sandbox.trouble.set({ lockedFiles: true });

    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    const answer = await fetch(file.url_private_download, { headers });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Sign in');
  });

  test('the page shows pictures and never runs what somebody uploaded', async () => {
    const picture = await drop(sandbox, 'photo.png');
    const page = await drop(sandbox, 'attack.html');

    const shown = await fetch(`${sandbox.url}/sandbox/files/${picture.id}`);
    const saved = await fetch(`${sandbox.url}/sandbox/files/${page.id}`);

    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

async function drop(sandbox: Sandbox, name: string) {
  const body = new FormData();
  body.append('files', new Blob([new Uint8Array(png)]), name);
  const answer = await fetch(`${sandbox.url}/sandbox/files?as=${ben}`, { method: 'POST', body });
  const result = (await answer.json()) as UploadResult;
  const file = result.ok ? result.files[0] : undefined;
  if (file === undefined) throw new Error('The upload was refused.');
  return file;
}
