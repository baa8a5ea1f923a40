import { readFile } from 'node:fs/promises';
import { startAnalytics, startCharts } from './analytics/start.ts';
import { analyses } from './api/contract/index.ts';
import { type Config, readConfig } from './api/kit/config.ts';
import { createLogger } from './api/kit/logger.ts';
import { type Part, runProgram, stopAll } from './api/kit/process.ts';
import { startApi } from './api/start.ts';
import type { BotConfig } from './bot/config.ts';
import { startBot } from './bot/start.ts';
import { startSandbox } from './sandbox/index.ts';

const help = `Campus Desk: every part in one process.

  npm start            with Slack's credentials in the environment or .env: the bot for that workspace;
                       without: a sandbox, a local Slack in the browser, the first time with a demo campus
  npm start -- --empty the sandbox without the demo campus
  npm start -- --help  this text

The variables are described in README.md, section Configuration, and in .env.example.
`;

if (process.argv.includes('--help') || process.argv.includes('-h')) process.stdout.write(help);
else await runProgram(start);

async function start(environment: NodeJS.ProcessEnv): Promise<Part> {
  const config = readConfig(environment);
  const logger = createLogger({ level: config.LOG_LEVEL });
  const parts: Part[] = [];
  try {
    const demo = config.SLACK_BOT_TOKEN === undefined && !process.argv.includes('--empty');
    const api = await startApi({ config, logger, progress: say, demo });
    parts.push(api);
    const slack = await reachSlack({ config, parts });
    for (const service of analyses)
      parts.push(await startAnalytics({ service, config: { ...config, API_URL: api.url }, logger }));
    parts.push(await startCharts({ config, logger }));
    const bot = await startBot({ config: botConfig({ config, slack, apiUrl: api.url }), logger });
    parts.push(bot);
    greet({ slack, api, bot, seconds: performance.now() / 1000 });
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
  return { stop: () => stopAll(parts) };
}

/** What the bot needs to know of the Slack it talks to, and where a person finds it. */
type Slack = Pick<
  BotConfig,
  'botToken' | 'signingSecret' | 'appToken' | 'slackApiUrl' | 'helpdeskChannel'
> & {
  sandboxUrl: string | undefined;
};

/** The Slack of the configuration; without credentials a sandbox, which becomes one of the parts. */
async function reachSlack({ config, parts }: { config: Config; parts: Part[] }): Promise<Slack> {
  const { SLACK_BOT_TOKEN: botToken, HELPDESK_CHANNEL: helpdeskChannel } = config;
  if (botToken !== undefined && helpdeskChannel !== undefined)
    return {
      botToken,
      helpdeskChannel,
      signingSecret: config.SLACK_SIGNING_SECRET,
      appToken: config.SLACK_APP_TOKEN,
      slackApiUrl: config.SLACK_API_URL,
      sandboxUrl: undefined,
    };

  const sandbox = await startSandbox({
    port: config.SANDBOX_PORT,
    host: config.HOST,
    dataDir: config.DATA_DIR,
    manifest: await readFile(new URL('./manifests/slack.http.yaml', import.meta.url), 'utf8'),
    appUrl: `http://127.0.0.1:${config.BOT_PORT}/slack/events`,
  });
  parts.push(sandbox);
  return {
    botToken: sandbox.botToken,
    helpdeskChannel: sandbox.helpdeskChannel,
    signingSecret: sandbox.signingSecret,
    slackApiUrl: sandbox.apiUrl,
    sandboxUrl: sandbox.url.replace('//127.0.0.1:', '//localhost:'),
  };
}

function botConfig({ config, slack, apiUrl }: { config: Config; slack: Slack; apiUrl: string }): BotConfig {
  const { sandboxUrl: _, ...credentials } = slack;
  return {
    ...credentials,
    host: config.HOST,
    port: config.BOT_PORT,
    apiUrl,
    apiToken: config.API_TOKEN,
    statsUrls: {
      backlog: config.BACKLOG_URL,
      resolution: config.RESOLUTION_URL,
      categories: config.CATEGORIES_URL,
      charts: config.QUICKCHART_URL,
    },
    schedule: {
      digest: config.DIGEST_CRON,
      reminder: config.REMINDER_CRON,
      timeZone: config.CAMPUS_TIME_ZONE,
    },
  };
}

function greet({
  slack,
  api,
  bot,
  seconds,
}: {
  slack: Slack;
  api: { url: string; place: string };
  bot: { url: string };
  seconds: number;
}): void {
  say(`Campus Desk is ready after ${seconds.toFixed(1)} s.`);
  say('');
  if (slack.sandboxUrl !== undefined)
    say(`  Sandbox  ${slack.sandboxUrl}  (a local Slack: open it in your browser)`);
  say(`  API      ${api.url}/docs`);
  say(`  Bot      ${bot.url}`);
  say(`  Data     ${api.place}`);
  say('');
  if (slack.sandboxUrl !== undefined) {
    say('Try: type  /ticket the wifi in the library is down  and press Send;');
    say('then act as somebody of the helpdesk, and find the ticket in #helpdesk.');
  }
  say('Ctrl+C stops everything.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
