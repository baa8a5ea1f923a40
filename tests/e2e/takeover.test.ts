import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCampus, helpdeskChannel } from '../../demo-campus.ts';
import { startTestApi } from '../support/api.ts';
import { freePorts } from '../support/free-ports.ts';

const program = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));

const ada = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;

/** How long a person may wait for the first post after a bot died, in milliseconds. */
const maxGapMs = 3000;

describe('two bots', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;
  let sandbox: Sandbox;
  const bots: ChildProcess[] = [];

  beforeAll(async () => {
    // Its clock stands still, so no lease ends by time.
    api = await startTestApi();
    sandbox = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      page: false,
      manifest: await readFile(new URL('../../manifests/slack.http.yaml', import.meta.url), 'utf8'),
      campus: demoCampus,
    });
  });
  afterAll(async () => {
    for (const bot of bots) bot.kill('SIGKILL');
    await sandbox.stop();
    await api.close();
  });

  async function startBot(): Promise<ChildProcess> {
    const [port] = await freePorts(1);
    const bot = spawn(process.execPath, [runner, program], {
      env: {
        ...process.env,
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_SIGNING_SECRET: sandbox.signingSecret,
        SLACK_APP_TOKEN: '',
        SLACK_API_URL: sandbox.apiUrl,
        HELPDESK_CHANNEL: helpdeskChannel,
        API_URL: api.url,
        API_TOKEN: '',
        BOT_PORT: String(port),
        DIGEST_CRON: 'off',
        REMINDER_CRON: 'off',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    bots.push(bot);
    await once(bot.stdout ?? bot, 'data');
    return bot;
  }

  const fileAndAwaitPost = async (description: string): Promise<void> => {
    await api.client.fileTicket({ description, actor: ada }, { idempotencyKey: description });
    const isShown = () =>
      (sandbox.snapshot('U05BEN').messages[helpdeskChannel] ?? []).some(
        ({ user, text }) => user === sandbox.botUserId && text?.includes(description),
      );
    await sandbox.until(isShown);
  };

  test('one that is killed is replaced by the other within three seconds', async () => {
    const first = await startBot();
    await fileAndAwaitPost('No WiFi');
    await startBot();

    const killedAt = performance.now();
    first.kill('SIGKILL');
    await fileAndAwaitPost('The lift is stuck');
    const gapMs = performance.now() - killedAt;

    process.stdout.write(
      `A bot was killed; the next post stood there ${(gapMs / 1000).toFixed(1)} s later.\n`,
    );
    expect(gapMs).toBeLessThan(maxGapMs);
  });
});
