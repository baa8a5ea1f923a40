import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from '@campus-desk/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { webClientOptions } from '../../../bot/slack/bolt-app.ts';
import { createCountedClient } from '../../../bot/slack/counted-client.ts';
import { judge } from '../../../bot/slack/errors.ts';
import { slackLogger } from '../../../bot/slack/logger.ts';

/** Slack, which answers everything the same way. */
let server: Server;
let answer: (response: ServerResponse) => void;
let asked: { path: string | undefined; token: string | undefined; given: object }[];
let counted: object[];

beforeEach(async () => {
  asked = [];
  counted = [];
  server = createServer(async (request, response) => {
    const given = Object.fromEntries(new URLSearchParams(await text(request)));
    asked.push({ path: request.url, token: request.headers.authorization, given });
    answer(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const silent = slackLogger(createLogger({ level: 'silent' }));

function client({ timeoutMs = 5000 } = {}) {
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const options = webClientOptions({ slackApiUrl, timeoutMs });
  return createCountedClient({
    token: 'xoxb-1',
    options: { ...options, logger: silent },
    count: call => counted.push(call),
  });
}

const answers =
  (body: object | string, status = 200, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

describe('createCountedClient', () => {
  test('sends a form with nested values as JSON, and counts the call', async () => {
    answer = answers({ ok: true, channel: 'C1', ts: '1.2' });
    const blocks = [{ type: 'divider' as const }];

    const posted = await client().chat.postMessage({
      channel: 'C1',
      text: 'Ünï & <b>',
      blocks,
      unfurl_links: false,
    });

    expect(posted).toEqual({ ok: true, channel: 'C1', ts: '1.2', response_metadata: {} });
    const given = { channel: 'C1', text: 'Ünï & <b>', blocks: '[{"type":"divider"}]', unfurl_links: 'false' };
    expect(asked).toEqual([{ path: '/api/chat.postMessage', token: 'Bearer xoxb-1', given }]);
    expect(counted).toEqual([{ method: 'chat.postMessage', verdict: 'ok' }]);
  });

  test('asks for each page once', async () => {
    answer = answers({ ok: true, members: [], response_metadata: { next_cursor: '' } });

    const pages = [];
    for await (const page of client().paginate('conversations.members', { channel: 'C1' })) pages.push(page);

    expect(pages).toHaveLength(1);
    expect(counted).toEqual([{ method: 'conversations.members', verdict: 'ok' }]);
  });

  test.each([
    [
      'a refusal',
      answers({ ok: false, error: 'no_permission' }),
      { kind: 'refused', reason: 'no_permission' },
    ],
    [
      'a refusal with details',
      answers({ ok: false, error: 'invalid_blocks', response_metadata: { messages: ['[ERROR] no'] } }),
      { kind: 'refused', reason: 'invalid_blocks: [ERROR] no' },
    ],
    ['a limit', answers('', 429, { 'retry-after': '7' }), { kind: 'rate-limited', retryAfterMs: 7000 }],
    ['a limit without a time', answers('', 429), { kind: 'rate-limited', retryAfterMs: undefined }],
    ['HTTP 503', answers('', 503), { kind: 'unclear', reason: 'http_503' }],
    ['a page of somebody else', answers('<html>'), { kind: 'unclear', reason: 'no_json' }],
    [
      'a broken connection',
      (response: ServerResponse) => void response.destroy(),
      { kind: 'unclear', reason: 'no_answer' },
    ],
  ])('throws %s once asked, and says what it was', async (_what, answering, verdict) => {
    answer = answering;

    const error = await client()
      .users.info({ user: 'U1' })
      .catch((reason: unknown) => reason);

    expect(judge(error)).toEqual(verdict);
    expect(asked).toHaveLength(1);
    expect(counted).toEqual([{ method: 'users.info', verdict: verdict.kind }]);
  });

  test('gives up what takes too long, also in the middle of an answer', async () => {
    answer = response => void response.write('{"ok":');

    const error = await client({ timeoutMs: 50 })
      .users.info({ user: 'U1' })
      .catch((reason: unknown) => reason);

    expect(judge(error)).toEqual({ kind: 'unclear', reason: 'no_answer' });
  });
});
