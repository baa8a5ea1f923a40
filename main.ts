import { existsSync } from 'node:fs';
import { services } from '@campus-desk/contract';
import {
  type Config,
  checkPorts,
  createLogger,
  isOfThisMachine,
  loopback,
  type Part,
  readConfig,
  runProgram,
  stopAll,
  urlAt,
} from '@campus-desk/service-kit';
import { startAnalytics, startCharts } from './analytics/start.ts';
import { startApi } from './api/start.ts';
import { botConfigOf, commandsOf, type SlackAccess, slackOf } from './bot/config.ts';
import { eventsPath } from './bot/ids.ts';
import { startBot } from './bot/start.ts';
import { lockDirectory } from './db/index.ts';
import { demoCampusFile, demoCampusWith, demoTour, helpdeskChannel, tourProblem } from './demo-campus.ts';
import { slackManifest } from './manifests/slack-manifest.ts';

const help = `Campus Desk: every part in one process.

  npm start            with Slack's credentials in the environment or .env: the bot for that workspace;
                       without: a sandbox, a local Slack in the browser, the first time with a demo campus
  npm start -- --empty the sandbox without the demo campus
  npm start -- --help  this text

The variables are described in README.md, section Configuration, and in .env.example.
`;

await runProgram({
  help,
  options: { empty: { type: 'boolean', default: false } },
  start: ({ environment, options }) => start({ environment, isEmpty: options.empty }),
});

type StartInput = { environment: NodeJS.ProcessEnv; isEmpty: boolean };

async function start({ environment, isEmpty }: StartInput): Promise<Part> {
  const config = readConfig(environment);
  const logger = createLogger({ level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const parts: Part[] = [];
  try {
    const hasSandbox = slackOf(config) === undefined;
    await checkPortsIn({ config, hasSandbox });
    // First, because its drawing thread gets ready beside everything else that starts.
    parts.push(await startCharts({ config, logger }));
    const demo = hasSandbox && !isEmpty;
    const api = await startApi({
      config,
      logger,
      progress: say,
      demo,
      ...(demo && { campusFile: demoCampusFile }),
    });
    parts.push(api);
    // All in one process: the API is this one, whatever the environment says of another.
    const here = { ...config, API_URL: api.url };
    const { slack, sandboxUrl } = await reachSlack({ config, parts });
    for (const service of services) parts.push(await startAnalytics({ service, config: here, logger }));
    // Whoever chooses another language in the sandbox reads it at once.
    const keptMs = sandboxUrl === undefined ? undefined : 1000;
    const bot = await startBot({ config: botConfigOf({ config: here, slack }), logger, keptMs });
    parts.push(bot);
    const { ticket } = commandsOf(config);
    greet({ sandboxUrl, api, bot, ticket, seconds: performance.now() / 1000 });
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
  return {
    stop: async () => {
      say('');
      say('Stopping: what is under way is finished first.');
      await stopAll(parts);
      say('Goodbye. What was stored is there the next time.');
    },
  };
}

type CheckPortsInInput = { config: Config; hasSandbox: boolean };

/** Before anything is created. Who starts a second time in the same folder is told that, not about the ports. */
async function checkPortsIn({ config, hasSandbox }: CheckPortsInInput): Promise<void> {
  await checkPorts({ ports: config, hasSandbox }).catch(async error => {
    const { DATABASE_URL, DATA_DIR } = config;
    if (DATABASE_URL !== undefined || !existsSync(DATA_DIR)) throw error;
    const unlock = await lockDirectory(DATA_DIR);
    await unlock();
    throw error;
  });
}

type ReachSlackInput = { config: Config; parts: Part[] };

/** The Slack that the environment names; where it names none, a sandbox, which becomes one of the parts. */
async function reachSlack(input: ReachSlackInput): Promise<{ slack: SlackAccess; sandboxUrl?: string }> {
  const { config, parts } = input;
  const slack = slackOf(config);
  if (slack !== undefined) return { slack };

  const commands = commandsOf(config);
  const { HELPDESK_CHANNELS: helpdeskChannels } = config;
  if (!isOfThisMachine(config.HOST))
    say('The sandbox knows no login: it listens on this machine only, whatever HOST says.');
  // With Slack's credentials its 36 MB stay unread.
  const { startSandbox } = await import('slack-sandbox');
  const sandbox = await startSandbox({
    port: config.SANDBOX_PORT,
    // It knows no login: who reaches it acts as whoever they like.
    host: loopback,
    dataDir: config.DATA_DIR,
    manifest: await slackManifest({
      mode: 'http',
      commands,
      readsMembers: config.HELPDESK_ONLY_MEMBERS === 'on',
    }),
    campus: demoCampusWith(helpdeskChannels),
    tour: demoTour(commands),
    appUrl: `${urlAt({ host: config.HOST, port: config.BOT_PORT })}${eventsPath}`,
  });
  parts.push(sandbox);
  const { botToken, signingSecret, apiUrl: slackApiUrl } = sandbox;
  return {
    slack: { botToken, signingSecret, helpdeskChannel, helpdeskChannels, slackApiUrl },
    sandboxUrl: sandbox.url.replace(loopback, 'localhost'),
  };
}

type GreetInput = {
  sandboxUrl: string | undefined;
  api: { url: string; location: string };
  bot: { url: string };
  ticket: string;
  seconds: number;
};

function greet({ sandboxUrl, api, bot, ticket, seconds }: GreetInput): void {
  say(`Campus Desk is ready after ${seconds.toFixed(1)} s.`);
  say('');
  if (sandboxUrl !== undefined) say(`  Sandbox  ${sandboxUrl}  (a local Slack: open it in your browser)`);
  say(`  API      ${api.url}/docs`);
  say(`  Bot      ${bot.url}`);
  say(`  Data     ${api.location}`);
  say('');
  if (sandboxUrl !== undefined) {
    say(`Try: type  ${ticket} ${tourProblem}  and press Send;`);
    say('then act as somebody from the helpdesk, and find the ticket in #helpdesk.');
  }
  say('Ctrl+C stops everything.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
