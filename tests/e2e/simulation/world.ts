import { readFileSync } from 'node:fs';
import { createLogger } from '../../../api/kit/logger.ts';
import { createApp, createHttpReceiver, webClientOptions } from '../../../bot/app.ts';
import type { Desk } from '../../../bot/listeners/desk.ts';
import { createDisplayNames } from '../../../bot/listeners/display-names.ts';
import { createInFlight } from '../../../bot/listeners/in-flight.ts';
import { registerListeners } from '../../../bot/listeners/index.ts';
import { createOnce } from '../../../bot/listeners/once.ts';
import { slackLogger } from '../../../bot/slack-logger.ts';
import { createSync, type Sync } from '../../../bot/sync/index.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { createVirtualClock, type VirtualClock } from '../../bot/sync/support/virtual-clock.ts';
import { createWires, type Fault, type Wires } from '../../bot/sync/support/wires.ts';
import { startTestApi, testStart } from '../../support/api.ts';

/** API, Slack and a bot that can be killed; `steady` is a connection nothing happens to. */
export type World = {
  sandbox: Sandbox;
  clock: VirtualClock;
  steady: Wires;
  /** The bot process that is alive now. */
  bot(): { sync: Sync; isKilled: boolean };
  /** Decides what becomes of each call of the bot. */
  faults: { of: (call: { to: 'api' | 'slack'; method: string }) => Fault };
  /** Kills the bot once Slack has taken that many more posts: it dies before it hears of the last one. */
  killAfter(posts: number): void;
  /** Starts another process in place of a killed one, and lets the old lease run out. */
  replace(): Promise<void>;
  close(): Promise<void>;
};

type Process = { sync: Sync; wires: Wires; isKilled: boolean };

const logger = createLogger({ level: 'silent' });

export async function createWorld(): Promise<World> {
  const api = await startTestApi();
  const clock = createVirtualClock({
    start: Date.parse(testStart),
    onChange: now => api.clock.set(new Date(now).toISOString()),
  });
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    page: false,
    manifest: readFileSync('manifests/slack.http.yaml', 'utf8'),
    clock: () => new Date(clock.now()),
    timing: { eventRetryDelaysMs: [0, 0, 0] },
    rateLimits: false,
  });
  const faults: World['faults'] = { of: () => 'none' };
  let postsToLive = Number.POSITIVE_INFINITY;
  const processes: Process[] = [];

  const connect = (options: { faultOf?: World['faults']['of']; onPosted?: () => void } = {}) =>
    createWires({
      apiUrl: api.url,
      slackApiUrl: sandbox.apiUrl,
      botToken: sandbox.botToken,
      clock,
      timeoutMs: 5000,
      ...options,
    });

  const startProcess = () => {
    const onPosted = () => {
      postsToLive -= 1;
      if (postsToLive > 0) return;
      process.isKilled = true;
      wires.kill();
    };
    const wires = connect({ faultOf: call => faults.of(call), onPosted });
    const { client, slack } = wires;
    const { botUserId, helpdeskChannel } = sandbox;
    const holder = `bot-${processes.length + 1}`;
    const sync = createSync({ client, slack, botUserId, helpdeskChannel, holder, logger, clock });
    const process: Process = { sync, wires, isKilled: false };
    processes.push(process);
    sync.start();
  };
  const alive = (): Process => {
    const process = processes.at(-1);
    if (process === undefined) throw new Error('No bot was started.');
    return process;
  };

  startProcess();
  const steady = connect();
  const listening = await startListeners({ sandbox, clock, alive });

  return {
    sandbox,
    clock,
    steady,
    faults,
    bot: alive,
    killAfter(posts) {
      postsToLive = posts;
    },
    async replace() {
      postsToLive = Number.POSITIVE_INFINITY;
      const killed = alive().sync.stop();
      startProcess();
      await clock.advance(31_000);
      await killed;
    },
    async close() {
      for (const { sync } of processes) await sync.stop();
      await listening.stop();
      await sandbox.stop();
      await api.close();
    },
  };
}

/** One app whose listeners always work with the connections of the process that is alive. */
async function startListeners({
  sandbox,
  clock,
  alive,
}: {
  sandbox: Sandbox;
  clock: VirtualClock;
  alive: () => Process;
}): Promise<{ stop: () => Promise<void> }> {
  const { botToken, botUserId, signingSecret, apiUrl } = sandbox;
  const forSlack = slackLogger(logger);
  const receiver = createHttpReceiver({ signingSecret, health: {}, logger: forSlack });
  const clientOptions = webClientOptions({ slackApiUrl: apiUrl, timeoutMs: 2000 });
  const bot = { botUserId, botId: 'B0' };
  const app = await createApp({ receiver, token: botToken, bot, clientOptions, logger: forSlack });
  const inFlight = createInFlight();
  const desk: Desk = {
    get client() {
      return alive().wires.client;
    },
    get slack() {
      return alive().wires.slack;
    },
    names: createDisplayNames({ slack: alive().wires.slack, logger, now: clock.now }),
    botUserId,
    inFlight,
    once: createOnce({ now: clock.now }),
    logger,
    patienceMs: 500,
    newReference: () => 'reference',
  };
  registerListeners({ app, desk });
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  sandbox.connectApp(`http://127.0.0.1:${port}/slack/events`);
  return {
    async stop() {
      await receiver.stop();
      await inFlight.settled();
    },
  };
}
