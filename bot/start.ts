import { randomBytes } from 'node:crypto';
import { createClient, currentRequestId } from '@campus-desk/contract';
import { type Clock, createMetrics, type Logger, type Part, systemClock } from '@campus-desk/service-kit';
import { createBackgroundWork } from './background-work.ts';
import type { BotConfig } from './config.ts';
import { createFindThread } from './conversation/find-thread.ts';
import { createNames } from './conversation/names.ts';
import { createNoteUnread } from './conversation/note-unread.ts';
import { createTextsFor } from './conversation/texts-for.ts';
import { ids } from './ids.ts';
import { createCampusNow } from './listeners/handling/campus-now.ts';
import { allowEveryRole, createCheckRole } from './listeners/handling/check-role.ts';
import type { ListenerContext } from './listeners/handling/context.ts';
import { createHelpdeskBack } from './listeners/handling/helpdesk-back.ts';
import { createHints } from './listeners/handling/hints.ts';
import { createInFlight } from './listeners/handling/in-flight.ts';
import { limitCalls } from './listeners/handling/limit-calls.ts';
import { createOnce } from './listeners/handling/once.ts';
import { createHomes } from './listeners/home/homes.ts';
import { registerListeners } from './listeners/index.ts';
import { startSchedule } from './schedule/start-schedule.ts';
import { createApp, webClientOptions } from './slack/bolt-app.ts';
import { createCountedClient } from './slack/counted-client.ts';
import { createReceiver } from './slack/create-receiver.ts';
import { healthAnswers } from './slack/health.ts';
import { recogniseBot } from './slack/identity.ts';
import { callLogger, slackLogger } from './slack/logger.ts';
import type { StatsContext } from './stats/answer.ts';
import { createReadReport } from './stats/reports.ts';

/** The running bot; `url` is where its health is asked and, in HTTP mode, where Slack sends to. */
export type Bot = Part & {
  url: string;
  /** Resolves when Slack shows everything there is. */
  settled: () => Promise<void>;
};

/** An act of a person has 3 seconds in all, from Slack and back: our calls stay below that. */
const interactiveTimeoutMs = { api: 1800, slack: 1800 };
const syncTimeoutMs = { api: 10_000, slack: 10_000 };
/** Calls of the API for people that may wait at once: at a few milliseconds each, more could not be answered in time. */
const maxCalls = 100;
/** So long somebody waits for Slack to name the members of helpdesk's channels. */
const membersPatienceMs = 1000;
/** Acts of people under way beyond which the work in the background steps back. */
const maxInPeace = 4;
/** A modal whose data takes longer opens as a skeleton. */
const standardPatienceMs = 500;

type StartBotInput = {
  config: BotConfig;
  logger: Logger;
  clock?: Clock;
  patienceMs?: number;
  /** How long names and languages of people are remembered, in milliseconds. */
  keptMs?: number | undefined;
};

/** Starts listeners and background work; throws a sentence for people when Slack refuses the token or cannot be reached. */
export async function startBot(input: StartBotInput): Promise<Bot> {
  const { config, logger: parentLogger, clock = systemClock, patienceMs = standardPatienceMs } = input;
  const { keptMs } = input;
  const {
    botToken,
    slackApiUrl,
    helpdeskChannel,
    helpdeskChannels,
    statsUrls,
    hints: hasHints = true,
  } = config;
  const { ticketEmoji = ids.emoji } = config;
  const channels = { helpdeskChannel, helpdeskChannels };
  const logger = parentLogger.child({ service: 'bot' });
  const forSlack = slackLogger(logger);
  const optionsFor = (timeoutMs: number) => webClientOptions({ slackApiUrl, timeoutMs });
  const metrics = createMetrics({ service: 'bot' });
  const slackCalls = metrics.counter({
    name: 'campus_desk_slack_calls_total',
    help: 'Calls to Slack by method and how they ended: ok, refused, gone, rate-limited, unavailable, unclear, locked-out.',
    labelNames: ['method', 'verdict'],
  });
  const slackFor = (timeoutMs: number) =>
    createCountedClient({
      token: botToken,
      options: { ...optionsFor(timeoutMs), logger: callLogger(logger) },
      count: call => slackCalls.inc(call),
    });
  const clientFor = (timeoutMs: number) =>
    createClient({ baseUrl: config.apiUrl, token: config.apiToken, timeoutMs });

  const slackForSync = slackFor(syncTimeoutMs.slack);
  const bot = await recogniseBot({ slack: slackForSync, slackApiUrl, clock, logger });
  const slack = slackFor(interactiveTimeoutMs.slack);
  const api = clientFor(interactiveTimeoutMs.api);
  const client = limitCalls({ client: api, max: maxCalls });
  // Slack may take its time to say a name: nobody waits that long, and it is filled in afterwards.
  const names = createNames({ slack: slackForSync, logger, clock, keptMs, onLate: client.namePerson });
  const campus = createCampusNow({ client, patienceMs });
  const textsForEvents = createTextsFor({ names: names.forEvents, campus });
  const holder = `bot-${randomBytes(6).toString('hex')}`;
  const inFlight = createInFlight({
    observe: ({ kind, isFailed, seconds }) =>
      metrics.countRequest({ method: 'SLACK', route: kind, status: isFailed ? 500 : 200, seconds }),
  });
  const background = createBackgroundWork({
    client: clientFor(syncTimeoutMs.api),
    slack: slackForSync,
    names: names.forEvents,
    textsFor: textsForEvents,
    botUserId: bot.botUserId,
    homeTeamId: bot.homeTeamId,
    channels,
    holder,
    logger,
    clock,
    isBusy: () => inFlight.countActs() > maxInPeace,
  });
  metrics.gauge({
    name: 'campus_desk_lease_held',
    help: '1 in the bot that holds the lease and shows the outbox in Slack, 0 in the others.',
    read: async () => Number(background.isHolding()),
  });
  const isReady = async () => background.isReady() && receiver.isOpen() && (await isAnswering(api));
  const health = healthAnswers({ isReady, metrics });
  const receiver = createReceiver({
    config,
    health,
    logger,
    slackLogger: forSlack,
    metrics,
    clock,
    onReconnected: background.catchUpSoon,
  });
  const newRequestId = () => randomBytes(4).toString('hex');
  const app = await createApp({
    receiver: receiver.receiver,
    token: botToken,
    identity: bot,
    clientOptions: optionsFor(interactiveTimeoutMs.slack),
    logger,
    slackLogger: forSlack,
    newRequestId,
  });

  const stats: StatsContext = {
    readReport: createReadReport({ addresses: statsUrls, token: config.apiToken }),
    quickchartUrl: statsUrls.charts,
    slack: slackForSync,
    logger,
    sleep: ms => systemClock.sleep(ms, { ref: false }),
  };
  const checkRole = config.helpdeskOnlyMembers
    ? createCheckRole({ slack, channels, patienceMs: membersPatienceMs, now: clock.now, logger })
    : allowEveryRole;
  const textsFor = createTextsFor({ names: names.forActs, campus });
  const context: ListenerContext = {
    client,
    slack,
    botUserId: bot.botUserId,
    homeTeamId: bot.homeTeamId,
    catchUp: background.catchUp,
    channels,
    checkRole,
    campus,
    helpdeskBack: createHelpdeskBack({ campus, now: clock.now }),
    homes: createHomes({
      client,
      slack,
      checkRole,
      textsFor,
      command: (config.commands ?? ids.commands).ticket,
      now: clock.now,
      logger,
    }),
    names: names.forActs,
    namesForEvents: names.forEvents,
    textsFor,
    noteUnread: createNoteUnread({ logger, metrics }),
    findThread: createFindThread({ client, slack, botUserId: bot.botUserId, now: clock.now }),
    hints: hasHints
      ? createHints({
          client,
          campus,
          slack,
          names: names.forActs,
          sleep: ms => clock.sleep(ms, { ref: false }),
          now: clock.now,
          logger,
        })
      : undefined,
    inFlight,
    once: createOnce(),
    logger,
    stats,
    commands: config.commands ?? ids.commands,
    ticketEmoji: ticketEmoji === 'off' ? undefined : ticketEmoji,
    patienceMs,
    now: clock.now,
    newReference: () => currentRequestId() ?? newRequestId(),
  };
  registerListeners({ app, context });
  const schedule =
    config.schedule &&
    startSchedule({
      context: {
        client: clientFor(syncTimeoutMs.api),
        slack: slackForSync,
        textsFor: textsForEvents,
        stats,
        channels,
        holder,
        now: clock.now,
        logger,
      },
      schedule: config.schedule,
    });
  const url = await receiver.open();
  background.start();

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await receiver.close();
    await schedule?.stop();
    await inFlight.settled();
    await background.stop();
  };
  return {
    url,
    settled: background.settled,
    // Asked twice, it is the same stopping.
    stop: () => (stopped ??= stop()),
  };
}

function isAnswering(client: ListenerContext['client']): Promise<boolean> {
  return client.checkReady().then(
    () => true,
    () => false,
  );
}
