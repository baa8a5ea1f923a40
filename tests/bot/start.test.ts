import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, createLogger, systemClock } from '@campus-desk/service-kit';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, startBot } from '../../bot/start.ts';
import { demoCampus, helpdeskChannel } from '../../demo-campus.ts';
import { nowhere } from '../support/stack.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const manifest = await readFile(new URL('../../manifests/slack.http.yaml', import.meta.url), 'utf8');
  sandbox = await startSandbox({ port: 0, host: '127.0.0.1', manifest, campus: demoCampus, page: false });
});
afterAll(() => sandbox.stop());

/** Starts the bot with other values than the right ones. */
function start(
  config: Partial<Parameters<typeof startBot>[0]['config']>,
  clock: Clock = systemClock,
): Promise<Bot> {
  return startBot({
    clock,
    config: {
      botToken: sandbox.botToken,
      signingSecret: sandbox.signingSecret,
      slackApiUrl: sandbox.apiUrl,
      helpdeskChannel,
      port: 0,
      host: '127.0.0.1',
      statsUrls: nowhere,
      apiUrl: 'http://127.0.0.1:9',
      ...config,
    },
    logger: createLogger({ level: 'silent' }),
  });
}

describe('starting the bot', () => {
  test('says in one line that Slack refuses the token', async () => {
    await expect(start({ botToken: 'xoxb-wrong' })).rejects.toThrow(
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth). Install the app again and copy its bot token.',
    );
  });

  test('says in one line that Slack refuses the token of Socket Mode', async () => {
    await expect(start({ appToken: 'xapp-wrong' })).rejects.toThrow(
      'Slack refuses SLACK_APP_TOKEN (invalid_auth). Switch on Socket Mode in the app, and copy an app-level token with the scope connections:write.',
    );
  });

  test('says in one line that Slack cannot be reached', async () => {
    const impatient = { ...systemClock, sleep: async () => undefined };
    await expect(start({ slackApiUrl: 'http://127.0.0.1:9/api/' }, impatient)).rejects.toThrow(
      /^Slack cannot be reached at http:\/\/127\.0\.0\.1:9\/api\//,
    );
  });

  test('fails with the port when that is taken', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    other.close();
  });

  test('works without the API, and is not ready until it is there', async () => {
    const bot = await start({});

    const ready = await fetch(`${bot.url}/readyz`);
    await bot.stop();

    expect(ready.status).toBe(503);
  });
});
