import type { Campus } from '@campus-desk/contract';
import { type Clock, createLogger, type Logger, systemClock } from '@campus-desk/service-kit';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import type { CommandNames, StatsAddresses } from '../../bot/config.ts';
import type { TeamChannels } from '../../bot/helpdesk-channels.ts';
import { ids } from '../../bot/ids.ts';
import { type Bot, startBot } from '../../bot/start.ts';
import { demoCampusWith, demoTour, helpdeskChannel } from '../../demo-campus.ts';
import { slackManifest } from '../../manifests/slack-manifest.ts';
import { startTestApi } from './api.ts';
import { type Gate, startGate } from './gate.ts';

/** Sandbox, bot and API in this process, on free ports, over the emptied test database. */
export type Stack = {
  sandbox: Sandbox;
  api: Awaited<ReturnType<typeof startTestApi>>;
  bot: Bot;
  /** What stands between the bot and the API. */
  gate: Gate;
  stop: () => Promise<void>;
};

/** Nobody listens there: tests that ask for statistics bring services of their own. */
export const nowhere: StatsAddresses = {
  backlog: 'http://127.0.0.1:9',
  resolution: 'http://127.0.0.1:9',
  categories: 'http://127.0.0.1:9',
  charts: 'http://127.0.0.1:9',
};

type StartStackInput = {
  isQuick?: boolean;
  mode?: 'http' | 'socket';
  withPage?: boolean;
  patienceMs?: number;
  hints?: boolean;
  statsUrls?: (api: { url: string }) => Promise<StatsAddresses> | StatsAddresses;
  /** Whether the members of the helpdesk channel alone may act as helpdesk. */
  helpdeskOnlyMembers?: boolean;
  /** The channels of teams that have one of their own. */
  helpdeskChannels?: TeamChannels;
  /** What the commands are called. */
  commands?: CommandNames;
  /** The organization of several workspaces to which the app is installed. */
  enterpriseId?: string;
  logger?: Logger;
  /** What the campus file says. */
  campus?: Campus;
};

/**
 * Starts every part as `npm start` does. A quick one does not keep Slack's pace of a post a second; `mode` is how
 * Slack reaches the bot, `patienceMs` how long a modal waits for its data before it opens as a skeleton.
 */
export async function startStack(input: StartStackInput = {}): Promise<Stack> {
  const { isQuick = false, mode = 'http', withPage = true, patienceMs, hints, statsUrls } = input;
  const { commands = ids.commands, helpdeskChannels, helpdeskOnlyMembers = false, enterpriseId } = input;
  const api = await startTestApi({
    ticketCommand: commands.ticket,
    ...(input.campus && { campus: input.campus }),
  });
  const gate = await startGate(api.url);
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    manifest: await slackManifest({
      mode,
      commands,
      readsMembers: helpdeskOnlyMembers,
      isForOrganization: enterpriseId !== undefined,
    }),
    campus: { ...demoCampusWith(helpdeskChannels), ...(enterpriseId && { enterpriseId }) },
    tour: demoTour(commands),
    rateLimits: !isQuick,
    ...(!withPage && { page: false }),
  });
  const bot = await startBot({
    config: {
      botToken: sandbox.botToken,
      ...(mode === 'http' ? { signingSecret: sandbox.signingSecret } : { appToken: sandbox.appToken }),
      slackApiUrl: sandbox.apiUrl,
      helpdeskChannel,
      helpdeskChannels,
      helpdeskOnlyMembers,
      commands,
      port: 0,
      host: '127.0.0.1',
      apiUrl: gate.url,
      statsUrls: (await statsUrls?.(api)) ?? nowhere,
      ...(hints !== undefined && { hints }),
    },
    logger: input.logger ?? createLogger({ level: 'silent' }),
    clock: isQuick ? quickClock() : systemClock,
    ...(patienceMs !== undefined && { patienceMs }),
  });
  sandbox.connectApp(`${bot.url}/slack/events`);
  return {
    sandbox,
    api,
    bot,
    gate,
    stop: async () => {
      await bot.stop();
      await sandbox.stop();
      await gate.stop();
      await api.close();
    },
  };
}

/** Sync waits twenty times shorter; what is measured stays as long, or a busy machine would lose its lease all the time. */
function quickClock(): Clock {
  const speed = 20;
  const startedAt = Date.now();
  return {
    now: () => startedAt + (Date.now() - startedAt) * speed,
    monotonic: systemClock.monotonic,
    sleep: (ms, options) => systemClock.sleep(ms / speed, options),
  };
}
