import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localUrl } from '@campus-desk/service-kit';
import { eventsPath } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { type RunningPart, startPart } from '../../chaos/system/part.ts';
import { freePorts } from '../../support/free-ports.ts';

const signingSecret = 'the signing secret of the bench';
const apiToken = 'the token of the bench';

/** An API and a bot, each a process of its own. */
export type Parts = {
  apiUrl: string;
  apiToken: string;
  /** Where Slack sends to, and what it signs with. */
  bot: { url: string; signingSecret: string };
  /** The resident memory of both, in MB. */
  memoryMb: () => Promise<number>;
  stop: () => Promise<void>;
};

type StartPartsInput = { databaseUrl: string; slackUrl: string };

/** Starts both and waits until they are ready. */
export async function startParts({ databaseUrl, slackUrl }: StartPartsInput): Promise<Parts> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-bench-'));
  const [apiPort = 0, botPort = 0] = await freePorts(2);
  const environment = {
    DATABASE_URL: databaseUrl,
    API_URL: localUrl(apiPort),
    API_PORT: `${apiPort}`,
    API_TOKEN: apiToken,
    BOT_PORT: `${botPort}`,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: '',
    SLACK_API_URL: slackUrl,
    HELPDESK_CHANNEL: helpdeskChannel,
    DIGEST_CRON: 'off',
    REMINDER_CRON: 'off',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
  const start = async (name: string, port: number): Promise<RunningPart> => {
    const logFile = join(folder, `${name}.log`);
    const program = [`${name}/main.ts`];
    const part = startPart({ name, program, port, environment, logFile, canSetClock: false });
    await part.ready();
    return part;
  };
  const api = await start('api', apiPort);
  const bot = await start('bot', botPort);
  return {
    apiUrl: localUrl(apiPort),
    apiToken,
    bot: { url: `${localUrl(botPort)}${eventsPath}`, signingSecret },
    memoryMb: async () => ((await api.memory()) ?? 0) + ((await bot.memory()) ?? 0),
    stop: async () => {
      await bot.stop();
      await api.stop();
    },
  };
}
