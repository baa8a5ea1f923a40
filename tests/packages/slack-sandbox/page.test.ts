import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox, StreamEvent } from 'slack-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const ben = 'U05BEN';

describe('what the page is served', () => {
  let directory: string;
  const opened = createOpened();

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'page-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const get = async (sandbox: Sandbox, path: string) => {
    const answer = await fetch(`${sandbox.url}${path}`, { redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  test('its TypeScript is bundled, its style and assets are sent as they are', async () => {
    writeFileSync(join(directory, 'main.tsx'), 'const what: string = "desk"; document.title = what;');
    writeFileSync(join(directory, 'index.html'), '<title>Desk</title>');
    writeFileSync(join(directory, 'page.css'), 'body {}');
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'assets', 'icon.svg'), '<svg/>');
    const sandbox = opened(await startTestSandbox({ page: directory }));

    expect((await get(sandbox, '/')).text).toBe('<title>Desk</title>');
    expect((await get(sandbox, '/page.js')).text).toContain('document.title = what');
    expect((await get(sandbox, '/page.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await get(sandbox, '/assets/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
    expect((await get(sandbox, '/assets/..%2fmain.tsx')).status).toBe(404);
  });

  test('a page that does not build says where', async () => {
    writeFileSync(join(directory, 'main.tsx'), 'const broken = ;');
    const sandbox = opened(await startTestSandbox({ page: directory }));

    const { text } = await get(sandbox, '/page.js');

    expect(text).toContain('The page could not be built.');
    expect(text).toContain('main.tsx:1');
  });

  test('a page that is not there yet is no mystery', async () => {
    const sandbox = opened(await startTestSandbox({ page: directory }));

    expect(await get(sandbox, '/')).toMatchObject({
      status: 404,
      text: expect.stringContaining('does not exist'),
    });
    expect((await get(sandbox, '/page.js')).text).toContain('There is no page yet');
  });

  test('letters and emoji come with the page, and no other file does', async () => {
    const sandbox = opened(await startTestSandbox({ page: directory }));
    const font = (name: string) => get(sandbox, `/fonts/${name}`);

    const { text } = await font('emoji/400.css');
    const [, emoji = ''] = /url\(\.\/(files\/[\w-]+\.woff2)\)/.exec(text) ?? [];

    expect((await font('inter-latin-400-normal.woff2')).headers.get('content-type')).toBe('font/woff2');
    expect((await font(`emoji/${emoji}`)).headers.get('content-type')).toBe('font/woff2');
    expect((await font('package.json')).status).toBe(404);
    expect((await font('emoji%2ffiles%2f..%2fpackage.json')).status).toBe(404);
  });

  test('a permalink opens the page at its message', async () => {
    const sandbox = opened(await startTestSandbox({ page: directory }));

    const { status, headers } = await get(sandbox, '/archives/C01/p1760000000000100');

    expect(status).toBe(302);
    expect(headers.get('location')).toBe('/?channel=C01&ts=1760000000.000100');
  });
});

describe('what the page is told', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  test('the state has what this person may see, and nothing else', async () => {
    const channel = helpdeskChannel;
    await clientOf(sandbox).chat.postMessage({ channel, text: 'card' });
    await clientOf(sandbox).chat.postEphemeral({ channel, user: ben, text: 'psst' });

    const answer = await fetch(`${sandbox.url}/sandbox/state?as=${ada}`);

    expect(await answer.json()).toMatchObject({
      me: { id: ada },
      conversations: [{ name: 'general' }, { name: 'library' }],
      commands: [{ command: '/ticket', description: 'Report a problem', usageHint: '[words]' }, {}],
      messageShortcuts: [{ callbackId: 'ticket.from', name: 'Create ticket' }],
    });
    expect(JSON.stringify(sandbox.snapshot(ada))).not.toContain('card');
    expect(JSON.stringify(sandbox.snapshot(ben))).not.toContain('psst');
  });

  test('channels of others are named, each with a member to act as', () => {
    expect(sandbox.snapshot(ada).otherChannels).toMatchObject([
      { id: helpdeskChannel, name: 'helpdesk', member: { id: ben } },
    ]);
    expect(sandbox.snapshot(ben).otherChannels).toEqual([]);
  });

  test('the stream brings each change to those who may see it', async () => {
    const client = clientOf(sandbox);
    const forBen = opened(await stream(sandbox, ben));
    const forAda = opened(await stream(sandbox, ada));
    const channel = helpdeskChannel;

    await client.chat.postMessage({ channel, text: 'card' });
    await client.chat.postEphemeral({ channel, user: ben, text: 'psst' });
    await client.chat.postMessage({ channel: ada, text: 'hello Ada' });

    expect(await forBen.next('message')).toMatchObject({ message: { text: 'card' } });
    expect(await forBen.next('message')).toMatchObject({ message: { text: 'psst', ephemeral_for: ben } });
    expect(await forAda.next('conversation')).toMatchObject({
      conversation: { kind: 'im', name: 'Test Desk' },
    });
    expect(await forAda.next('message')).toMatchObject({ message: { text: 'hello Ada' } });
    expect(await forAda.next('traffic')).toMatchObject({ entry: { what: 'chat.postMessage', status: 'ok' } });
  });

  test('what is no act is refused with its place', async () => {
    const answer = await fetch(`${sandbox.url}/sandbox/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'say', as: ada, channel: 12 }),
    });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ok: false, message: expect.stringContaining('channel') });
  });

  test('nobody speaks for others, or where they are not', async () => {
    const channel = helpdeskChannel;
    const { ts = '' } = await clientOf(sandbox).chat.postMessage({ channel, text: 'card' });
    const acts = [
      { type: 'say', as: sandbox.botUserId, channel, text: 'x' },
      { type: 'say', as: ada, channel, text: 'x' },
      { type: 'say', as: ben, channel, text: '  ' },
      { type: 'edit', as: ben, channel, ts, text: 'x' },
      { type: 'delete', as: ben, channel, ts },
    ] as const;

    for (const act of acts) expect(await sandbox.act(act)).toMatchObject({ ok: false });
  });

  test('refused calls are in the traffic, with the reason and without the token', async () => {
    await clientOf(sandbox)
      .chat.postMessage({ channel: 'C0', text: 'x' })
      .catch(() => undefined);

    const [entry] = sandbox.traffic();

    expect(entry).toMatchObject({
      direction: 'from_app',
      what: 'chat.postMessage',
      status: 'refused',
      reason: 'channel_not_found',
      request: { channel: 'C0', text: 'x' },
    });
    expect(JSON.stringify(sandbox.traffic())).not.toContain(sandbox.botToken);
  });
});

/** A page's connection to the stream: `next` waits for the next event of a type. */
async function stream(sandbox: Sandbox, as: string) {
  const controller = new AbortController();
  const { signal } = controller;
  const answer = await fetch(`${sandbox.url}/sandbox/stream?as=${as}`, { signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const events: StreamEvent[] = [];
  let rest = '';
  return {
    async next(type: StreamEvent['type']): Promise<StreamEvent> {
      for (;;) {
        const at = events.findIndex(event => event.type === type);
        const [event] = at < 0 ? [] : events.splice(0, at + 1).slice(-1);
        if (event !== undefined) return event;
        const chunk = await reader?.read();
        const lines = `${rest}${chunk?.value ?? ''}`.split('\n\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)));
      }
    },
    async stop() {
      controller.abort();
    },
  };
}
