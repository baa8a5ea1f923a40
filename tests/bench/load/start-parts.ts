import { join } from 'node:path';
import { localUrl } from '@campus-desk/service-kit';
import { eventsPath } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { type RunningPart, startPart } from '../../chaos/system/part.ts';
import { freePortsFor, partPorts } from '../../support/free-ports.ts';
import { newFolder } from '../new-folder.ts';

const signingSecret = 'the signing secret of the bench';
const apiToken = 'the token of the bench';

/** An API and a bot. */
export type Parts = {
  apiUrl: string;
  apiToken: string;
  /** Where Slack sends to, and what it signs with. */
  bot: { url: string; signingSecret: string };
  /** The resident memory of all processes, in MB. */
  memoryMb: () => Promise<number>;
  stop: () => Promise<void>;
};

type StartPartsInput = {
  databaseUrl: string;
  slackUrl: string;
  /** Everything in one process, as `npm start` runs it; else API and bot are each one of their own. */
  inOne?: boolean;
  /** Opens a way to the API of this port that the bot takes, and answers its address. */
  wayToApi?: (apiPort: number) => Promise<string>;
};

/** Starts them and waits until they are ready. */
export async function startParts(input: StartPartsInput): Promise<Parts> {
  const { databaseUrl, slackUrl, inOne = false, wayToApi = async port => localUrl(port) } = input;
  const folder = await newFolder();
  const ports = await freePortsFor([...partPorts, 'SANDBOX_PORT']);
  const [apiPort, botPort] = [Number(ports.API_PORT), Number(ports.BOT_PORT)];
  const apiUrl = await wayToApi(apiPort);
  const environment = {
    ...ports,
    DATABASE_URL: databaseUrl,
    API_URL: apiUrl,
    API_TOKEN: apiToken,
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
  const start = async (name: string, program: string, port: number): Promise<RunningPart> => {
    const logFile = join(folder, `${name}.log`);
    const part = startPart({ name, program: [program], port, environment, logFile, canSetClock: false });
    await part.ready();
    return part;
  };
  const parts = inOne
    ? [await start('everything', 'main.ts', botPort)]
    : [await start('api', 'api/main.ts', apiPort), await start('bot', 'bot/main.ts', botPort)];
  return {
    apiUrl,
    apiToken,
    bot: { url: `${localUrl(botPort)}${eventsPath}`, signingSecret },
    memoryMb: async () => {
      const each = await Promise.all(parts.map(part => part.memory()));
      return each.reduce<number>((sum, memory) => sum + (memory ?? 0), 0);
    },
    stop: async () => {
      for (const part of parts.toReversed()) await part.stop();
    },
  };
}
