import { describe, expect, test } from 'vitest';
import { createFileTransfer } from '../../../bot/slack/file-transfer.ts';
import { uncopiedFile } from '../../../bot/ui/uncopied-file.ts';
import { texts } from '../../support/english.ts';

const url = 'https://files.slack.com/files-pri/T1-F1/download/photo.jpg';
const photo = { url_private_download: url, mimetype: 'image/jpeg', size: 3 };
const { signal } = new AbortController();

type Asked = { url: string; token: string | null };

/** A transfer over a network that gives these answers, one after the other, and what it was asked. */
function transferWith(...answers: (Response | Error)[]) {
  const asked: Asked[] = [];
  const transfer = createFileTransfer({
    botToken: 'xoxb-1',
    slackApiUrl: 'http://127.0.0.1:3000/api/',
    clock: { now: Date.now, monotonic: Date.now, sleep: async () => undefined },
    fetch: async (address, init) => {
      asked.push({ url: `${address}`, token: new Headers(init?.headers).get('authorization') });
      const answer = answers[asked.length - 1] ?? new Error('nobody answers');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const download = (file: object = {}) => transfer.download({ file: { ...photo, ...file }, signal });
  return { asked, download };
}

const bytes = (text: string) => new Response(text, { headers: { 'content-type': 'image/jpeg' } });
const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
const reason = (pattern: string) => ({ reason: expect.stringMatching(pattern) });

describe('the bytes of a file', () => {
  test('are fetched from Slack with the token of the bot', async () => {
    const { asked, download } = transferWith(bytes('abc'));

    expect(Buffer.from(await download()).toString()).toBe('abc');
    expect(asked).toEqual([{ url, token: 'Bearer xoxb-1' }]);
  });

  test.each([
    'https://files.slack.com.evil.example/photo.jpg',
    'https://user@evil.example/files.slack.com',
    'http://files.slack.com/photo.jpg',
    'https://files.slack.com:8443/photo.jpg',
    'http://127.0.0.1:3001/photo.jpg',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    '',
  ])('are never asked for at %s', async address => {
    const { asked, download } = transferWith(bytes('abc'));

    const taken = download({ url_private_download: address });

    await expect(taken).rejects.toMatchObject({ reason: 'file_elsewhere' });
    expect(asked).toEqual([]);
  });

  test('are looked for where Slack redirects to, among its own hosts only', async () => {
    const moved = 'https://files.slack.com/files-pri/T1-F1/moved.jpg';
    const { asked, download } = transferWith(redirect(moved), redirect('https://evil.example/photo.jpg'));

    await expect(download()).rejects.toMatchObject(reason('^file_not_readable: sent on to evil.example$'));

    expect(asked.map(({ url }) => url)).toEqual([url, moved]);
  });

  test('are not a login page', async () => {
    const page = () =>
      new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } });

    await expect(transferWith(page()).download()).rejects.toMatchObject(reason('^file_not_readable'));
    expect(await transferWith(page()).download({ mimetype: 'text/html' })).toHaveLength(16);
  });

  test('are at most 20 MB, whatever was said about their number', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(megabyte);
      },
    });
    const { asked, download } = transferWith(new Response(endless));

    await expect(download({ size: 21 * 1024 * 1024 })).rejects.toMatchObject({ reason: 'file_too_large' });
    expect(asked).toEqual([]);
    await expect(download()).rejects.toMatchObject({ reason: 'file_too_large' });
    expect(sent).toBeLessThan(40);
  });

  test('are asked for again while Slack is away, four times at most', async () => {
    const away = () => new Response('', { status: 503 });
    const later = transferWith(away(), new Error('reset'), bytes('abc'));
    const never = transferWith();

    expect(await later.download()).toHaveLength(3);
    await expect(never.download()).rejects.toMatchObject(reason('^file_not_transferred'));
    expect(never.asked).toHaveLength(4);
  });
});

describe('a file that could not be copied', () => {
  const file = { name: 'film.mp4', size: 21 * 1024 * 1024, author: { id: 'U1', name: 'Ada & <Liam>' } };

  test('is named, with why and whom to ask', () => {
    expect(uncopiedFile({ ...file, isTooLarge: true, texts }).text).toBe(
      'film.mp4 is too large to be copied here (21 MB). Ask Ada &amp; &lt;Liam&gt; for it.',
    );
    expect(uncopiedFile({ ...file, isTooLarge: false, texts }).text).toContain('could not be copied here.');
  });
});
