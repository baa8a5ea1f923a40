import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { eventsPath } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { freePorts } from '../../support/free-ports.ts';
import { createCampus } from '../people/campus.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type RunningPart, startPart } from './part.ts';
import type { Postgres } from './postgres.ts';

/** Everything that runs: Slack here, every part as a process of its own. */
export type System = {
  sandbox: Sandbox;
  postgres: Postgres;
  parts: RunningPart[];
  bots: RunningPart[];
  /** In front of the APIs, and in front of the bots. */
  balancers: { api: Balancer; bot: Balancer };
  /** Asks the first API; nothing stands between. */
  client: Client;
  /** Slack as the bot sees it. */
  slack: WebClient;
  logFolder: string;
  /** Ends everything; answers what did not end well. */
  stop: () => Promise<string[]>;
};

/** Shorter than Slack's minutes, so that a short run sees every repetition. */
const eventRetryDelaysMs = [0, 4000, 20_000];

type StartSystemInput = { people: number; postgres: Postgres };

/** Two APIs, two bots, the services and the charts, ready to work. */
export async function startSystem({ people, postgres }: StartSystemInput): Promise<System> {
  const logFolder = await mkdtemp(join(tmpdir(), 'campus-desk-chaos-'));
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    page: false,
    manifest: await readFile(new URL('../../../manifests/slack.http.yaml', import.meta.url), 'utf8'),
    campus: createCampus(people),
    timing: { eventRetryDelaysMs },
    // The bot keeps Slack's pace by itself; that Slack refuses is one of the faults.
    rateLimits: false,
  });
  const ports = await freePorts(8);
  const [api1 = 0, api2 = 0, bot1 = 0, bot2 = 0, backlog = 0, resolution = 0, categories = 0, charts = 0] =
    ports;
  const balancers = { api: await startBalancer([api1, api2]), bot: await startBalancer([bot1, bot2]) };
  const shared = {
    DATABASE_URL: postgres.databaseUrl,
    API_URL: localUrl(balancers.api.port),
    BACKLOG_PORT: `${backlog}`,
    RESOLUTION_PORT: `${resolution}`,
    CATEGORIES_PORT: `${categories}`,
    CHARTS_PORT: `${charts}`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    SLACK_APP_TOKEN: '',
    SLACK_API_URL: sandbox.apiUrl,
    HELPDESK_CHANNEL: helpdeskChannel,
    API_TOKEN: 'a token of the chaos run',
    DIGEST_CRON: 'off',
    REMINDER_CRON: 'off',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  };
  const part = (name: string, port: number, program: string[], environment: Record<string, string> = {}) => {
    const logFile = join(logFolder, `${name}.log`);
    return startPart({ name, port, program, environment: { ...shared, ...environment }, logFile });
  };
  const apis = [api1, api2].map((port, at) =>
    part(`api-${at + 1}`, port, ['api/main.ts'], { API_PORT: `${port}` }),
  );
  await Promise.all(apis.map(api => api.ready()));
  const bots = [bot1, bot2].map((port, at) =>
    part(`bot-${at + 1}`, port, ['bot/main.ts'], { BOT_PORT: `${port}` }),
  );
  const services = [
    part('backlog', backlog, ['analytics/main.ts', 'backlog']),
    part('resolution', resolution, ['analytics/main.ts', 'resolution']),
    part('categories', categories, ['analytics/main.ts', 'categories']),
    part('charts', charts, ['analytics/charts/main.ts']),
  ];
  const parts = [...apis, ...bots, ...services];
  await Promise.all(parts.map(({ ready }) => ready()));
  sandbox.connectApp(`${localUrl(balancers.bot.port)}${eventsPath}`);
  return {
    sandbox,
    postgres,
    parts,
    bots,
    balancers,
    client: createClient({
      baseUrl: localUrl(balancers.api.port),
      token: shared.API_TOKEN,
      timeoutMs: 10_000,
    }),
    slack: new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } }),
    logFolder,
    async stop() {
      const problems: string[] = [];
      // Those that ask first, those that answer last.
      for (const { name, stop } of parts.toReversed()) {
        const code = await stop();
        if (code !== 0) problems.push(`${name} ended with ${code} when it was asked to stop`);
      }
      await balancers.bot.stop();
      await balancers.api.stop();
      await sandbox.stop();
      return problems;
    },
  };
}
