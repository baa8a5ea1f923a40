import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SlackRef } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { eventsPath } from '../../../bot/slack/http-receiver.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { type RunningPart, startPart } from '../../chaos/system/part.ts';
import { freePorts } from '../../support/free-ports.ts';
import { type MixedLoad, sendMixedLoad } from './mixed-load.ts';
import { startSmallSlack } from './small-slack.ts';

/** How the load was answered, and the resident memory of API and bot afterwards, in MB. */
type Load = MixedLoad & { memoryMb: number };

const people = 40_000;
const tickets = 20;
const signingSecret = 'the signing secret of the bench';
const apiToken = 'the token of the bench';

type MeasureLoadInput = { databaseUrl: string; perSecond: number; seconds: number };

/** An API and a bot, each a process of its own, under requests that come at an even rate. */
export async function measureLoad({ databaseUrl, perSecond, seconds }: MeasureLoadInput): Promise<Load> {
  const slack = await startSmallSlack();
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
    SLACK_API_URL: slack.url,
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
  const load = { url: `${localUrl(botPort)}${eventsPath}`, signingSecret, people };
  const threads = await fileTickets(localUrl(apiPort));
  // What is loaded or compiled at the first call is not what is measured.
  await sendMixedLoad({ ...load, threads, perSecond: 50, seconds: 4, from: 0 });
  const answered = await sendMixedLoad({ ...load, threads, perSecond, seconds, from: 1_000_000 });
  const memoryMb = ((await api.memory()) ?? 0) + ((await bot.memory()) ?? 0);
  await bot.stop();
  await api.stop();
  await slack.stop();
  return { ...answered, memoryMb };
}

/** Tickets whose threads can be written in; answers the roots of these. */
async function fileTickets(baseUrl: string): Promise<SlackRef[]> {
  const client = createClient({ baseUrl, token: apiToken, timeoutMs: 10_000 });
  const roots: SlackRef[] = [];
  for (let at = 0; at < tickets; at += 1) {
    const actor = { id: `UFIRST${at}`, name: 'Ada', role: 'user' } as const;
    const filing = { description: 'The lift is stuck', actor };
    const { number } = await client.fileTicket(filing, { idempotencyKey: crypto.randomUUID() });
    const root = { channel: helpdeskChannel, ts: `${1_600_000_000 + at}.000100` };
    await client.bindThread({ number, side: 'helpdesk', ...root });
    roots.push(root);
  }
  return roots;
}
