import { randomBytes } from 'node:crypto';
import type { Client } from '@campus-desk/contract';
import { type Clock, createMetrics, type Logger, type Part, systemClock } from '@campus-desk/service-kit';
import { createBackgroundWork } from './background-work.ts';
import { createClients, interactiveTimeoutMs } from './clients.ts';
import type { BotConfig } from './config.ts';
import { createNames } from './conversation/names.ts';
import { createTextsFor } from './conversation/texts-for.ts';
import { createListenerContext } from './listener-context.ts';
import { createCampusNow } from './listeners/handling/campus-now.ts';
import { createInFlight } from './listeners/handling/in-flight.ts';
import { limitCalls } from './listeners/handling/limit-calls.ts';
import { registerListeners } from './listeners/index.ts';
import { startSchedule } from './schedule/start-schedule.ts';
import { createApp, webClientOptions } from './slack/bolt-app.ts';
import { createReceiver } from './slack/create-receiver.ts';
import { healthAnswers } from './slack/health.ts';
import { recogniseBot } from './slack/identity.ts';
import { slackLogger } from './slack/logger.ts';
import type { StatsContext } from './stats/answer.ts';
import { createReadReport } from './stats/reports.ts';

/** The running bot; `url` is where its health is asked and, in HTTP mode, where Slack sends to. */
export type Bot = Part & {
  url: string;
  /** Resolves when Slack shows everything there is. */
  settled: () => Promise<void>;
};

/** Calls of the API for people that may wait at once: at a few milliseconds each, more could not be answered in time. */
const maxCalls = 100;
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
  const { config, keptMs, clock = systemClock, patienceMs = standardPatienceMs } = input;
  const { slackApiUrl, helpdeskChannel, helpdeskChannels, statsUrls } = config;
  const channels = { helpdeskChannel, helpdeskChannels };
  const logger = input.logger.child({ service: 'bot' });
  const forSlack = slackLogger(logger);
  const metrics = createMetrics({ service: 'bot' });
  const { forActs, forBackground } = createClients({ config, logger, metrics });
  const identity = await recogniseBot({ slack: forBackground.slack, slackApiUrl, clock, logger });
  const client = limitCalls({ client: forActs.api, max: maxCalls });
  // Slack may take its time to say a name: nobody waits that long, and it is filled in afterwards.
  const onLate = client.namePerson;
  const names = createNames({ slack: forBackground.slack, logger, clock, keptMs, onLate });
  const campus = createCampusNow({ client, patienceMs });
  const textsForEvents = createTextsFor({ names: names.forEvents, campus });
  const holder = `bot-${randomBytes(6).toString('hex')}`;
  const inFlight = createInFlight({
    observe: ({ kind, isFailed, seconds }) =>
      metrics.countRequest({ method: 'SLACK', route: kind, status: isFailed ? 500 : 200, seconds }),
  });
  const background = createBackgroundWork({
    client: forBackground.api,
    slack: forBackground.slack,
    names: names.forEvents,
    textsFor: textsForEvents,
    botUserId: identity.botUserId,
    homeTeamId: identity.homeTeamId,
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
  const isReady = async () => background.isReady() && receiver.isOpen() && (await isAnswering(forActs.api));
  const receiver = createReceiver({
    config,
    health: healthAnswers({ isReady, metrics }),
    logger,
    slackLogger: forSlack,
    metrics,
    clock,
    onReconnected: background.catchUpSoon,
  });
  const newRequestId = () => randomBytes(4).toString('hex');
  const app = await createApp({
    receiver: receiver.receiver,
    token: config.botToken,
    identity,
    clientOptions: webClientOptions({ slackApiUrl, timeoutMs: interactiveTimeoutMs }),
    logger,
    slackLogger: forSlack,
    newRequestId,
  });
  const stats: StatsContext = {
    readReport: createReadReport({ addresses: statsUrls, token: config.apiToken }),
    quickchartUrl: statsUrls.charts,
    slack: forBackground.slack,
    logger,
    sleep: ms => systemClock.sleep(ms, { ref: false }),
  };
  const context = createListenerContext({
    config,
    clients: { slack: forActs.slack, api: client },
    identity,
    names,
    campus,
    background,
    inFlight,
    stats,
    patienceMs,
    newRequestId,
    metrics,
    clock,
    logger,
  });
  registerListeners({ app, context });
  const schedule =
    config.schedule &&
    startSchedule({
      context: {
        client: forBackground.api,
        slack: forBackground.slack,
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

function isAnswering(client: Client): Promise<boolean> {
  return client.checkReady().then(
    () => true,
    () => false,
  );
}
