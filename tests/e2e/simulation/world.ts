import { readFileSync } from 'node:fs';
import type { Client } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { createBackgroundWork } from '../../../bot/background-work.ts';
import { createNames } from '../../../bot/conversation/names.ts';
import { type Bot, startBot } from '../../../bot/start.ts';
import { demoCampus, helpdeskChannel } from '../../../demo-campus.ts';
import {
  createVirtualClock,
  type VirtualClock,
  whileTimePasses,
} from '../../bot/sync/support/virtual-clock.ts';
import { startTestApi } from '../../support/api.ts';
import { english } from '../../support/english.ts';
import { nowhere } from '../../support/stack.ts';
import { createNetwork, type Fault, type Line } from './network.ts';

/** API, Slack, and a bot that can be killed. */
export type World = {
  sandbox: Sandbox;
  clock: VirtualClock;
  /** A connection to the API that nothing happens to. */
  client: Client;
  /** The bot process that is alive, or was last. */
  bot(): Process;
  /** Decides what becomes of each call of the bot. */
  faults: { of: (call: { to: 'api' | 'slack' }) => Fault };
  /** Kills the bot once Slack has taken that many more posts: it dies before it hears of the last one. */
  killAfter(posts: number): void;
  kills(): number;
  /** Starts another process in place of the killed one, and lets the old lease run out. */
  replace(): Promise<void>;
  /** Resolves when Slack shows everything. */
  settled(): Promise<void>;
  /** Resolves when Slack shows everything, or when the bot is dead. */
  settledOrKilled(): Promise<void>;
  /** Reads what was missed under one ticket. */
  catchUp(number: number): Promise<unknown>;
  close(): Promise<void>;
};

type Process = { bot: Bot; line: Line; isKilled: boolean; dead: Promise<void>; die: () => void };

const logger = createLogger({ level: 'silent' });

export async function createWorld(): Promise<World> {
  const api = await startTestApi();
  const clock = createVirtualClock({
    // Bolt refuses requests that were signed long ago by the machine's clock.
    start: Date.now(),
    onChange: now => api.clock.set(new Date(now).toISOString()),
  });
  api.clock.set(new Date(clock.now()).toISOString());
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    page: false,
    manifest: readFileSync('manifests/slack.http.yaml', 'utf8'),
    campus: demoCampus,
    clock: () => new Date(clock.now()),
    timing: { eventRetryDelaysMs: [0, 0, 0], fileProcessingMs: 1 },
    rateLimits: false,
  });
  const network = createNetwork({ clock });
  const faults: World['faults'] = { of: () => 'none' };
  const stopping: Promise<void>[] = [];
  let postsToLive = Number.POSITIVE_INFINITY;

  const kill = (process: Process) => {
    process.isKilled = true;
    process.die();
    process.line.cut();
    stopping.push(process.bot.stop());
  };

  const startProcess = async (): Promise<Process> => {
    const onPosted = () => {
      postsToLive -= 1;
      if (postsToLive <= 0 && !process.isKilled) kill(process);
    };
    const line = network.openLine({ faultOf: call => faults.of(call), onPosted });
    const { botToken, signingSecret } = sandbox;
    const bot = await startBot({
      config: {
        botToken,
        signingSecret,
        helpdeskChannel,
        slackApiUrl: line.to(sandbox.apiUrl),
        apiUrl: line.to(api.url),
        port: 0,
        host: '127.0.0.1',
        statsUrls: nowhere,
      },
      logger,
      clock,
    });
    let die: () => void = () => undefined;
    const dead = new Promise<void>(resolve => {
      die = resolve;
    });
    const process = { bot, line, isKilled: false, dead, die };
    sandbox.connectApp(`${bot.url}/slack/events`);
    return process;
  };

  const settle = (work: Promise<void>) => whileTimePasses({ clock, work, everyMs: 25 });

  const { botUserId } = sandbox;
  const slack = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
  const reader = createBackgroundWork({
    client: api.client,
    slack,
    names: createNames({ slack, logger, clock }).forEvents,
    textsFor: english,
    botUserId,
    channels: { helpdeskChannel },
    holder: 'reader',
    logger,
    clock,
  });
  let current = await startProcess();
  return {
    sandbox,
    clock,
    client: api.client,
    faults,
    bot: () => current,
    killAfter(posts) {
      postsToLive = posts;
    },
    kills: () => stopping.length,
    async replace() {
      const { of } = faults;
      faults.of = () => 'none';
      postsToLive = Number.POSITIVE_INFINITY;
      current = await startProcess();
      faults.of = of;
      await clock.advance(31_000);
    },
    settled: () => settle(current.bot.settled()),
    async settledOrKilled() {
      if (current.isKilled) return;
      // What the dying process says about its end is nobody's concern.
      const settled = current.bot.settled().catch(error => {
        if (!current.isKilled) throw error;
      });
      await settle(Promise.race([settled, current.dead]));
    },
    catchUp: number => reader.catchUp(number),
    async close() {
      const stopped = Promise.all([...stopping, current.isKilled ? undefined : current.bot.stop()]);
      await settle(stopped.then(() => undefined));
      network.close();
      await sandbox.stop();
      await api.close();
    },
  };
}
