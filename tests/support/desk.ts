import { readFile } from 'node:fs/promises';
import { createLogger } from '../../api/kit/logger.ts';
import { type Bot, startBot } from '../../bot/start.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { startTestApi } from './api.ts';

/** Sandbox, bot and API in this process, on free ports, over the emptied test database. */
export type Desk = {
  sandbox: Sandbox;
  api: Awaited<ReturnType<typeof startTestApi>>;
  bot: Bot;
  stop: () => Promise<void>;
};

/** Starts the whole desk as `npm start` does, with the sandbox's page. */
export async function startDesk(): Promise<Desk> {
  const api = await startTestApi();
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    manifest: await readFile(new URL('../../manifests/slack.http.yaml', import.meta.url), 'utf8'),
  });
  const bot = await startBot({
    config: {
      botToken: sandbox.botToken,
      signingSecret: sandbox.signingSecret,
      slackApiUrl: sandbox.apiUrl,
      helpdeskChannel: sandbox.helpdeskChannel,
      port: 0,
      host: '127.0.0.1',
      apiUrl: api.url,
    },
    logger: createLogger({ level: 'silent' }),
  });
  sandbox.connectApp(`${bot.url}/slack/events`);
  return {
    sandbox,
    api,
    bot,
    stop: async () => {
      await bot.stop();
      await sandbox.stop();
      await api.close();
    },
  };
}
