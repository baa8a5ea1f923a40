import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Actor, ThreadSide } from '@campus-desk/contract';
import { pino } from 'pino';
import { type Campus, type Sandbox, type SandboxMessage, startSandbox } from 'slack-sandbox';
import { type BackgroundWork, createBackgroundWork } from '../../../../bot/background-work.ts';
import { createNames } from '../../../../bot/conversation/names.ts';
import type { TextsFor } from '../../../../bot/conversation/texts-for.ts';
import type { TeamChannels } from '../../../../bot/helpdesk-channels.ts';
import { demoCampus, demoCampusWith, helpdeskChannel } from '../../../../demo-campus.ts';
import { startTestApi, type TestApi, testStart } from '../../../support/api.ts';
import { english } from '../../../support/english.ts';
import { createVirtualClock, type VirtualClock, whileTimePasses } from './virtual-clock.ts';
import { createWires, type Wires } from './wires.ts';

export const ada: Actor = { id: 'U01ADA', name: 'Ada', role: 'user' };
export const liam: Actor = { id: 'U02LIAM', name: 'Liam', role: 'user' };
export const ben: Actor = { id: 'U05BEN', name: 'Ben', role: 'helpdesk' };

export type Process = { work: BackgroundWork; wires: Wires };

export type Stage = {
  api: TestApi & { url: string };
  /** A connection that nothing ever happens to, for what the test itself does. */
  wires: Wires;
  sandbox: Sandbox;
  clock: VirtualClock;
  /** What the operator was notified of, as parsed log lines of level error. */
  errors: Record<string, unknown>[];
  /** Starts a bot; one that does not hear of the end takes its lease for held until it asks. */
  startWork(holder?: string, options?: { hearsOfTheEnd?: boolean }): Process;
  /** The card of one side of a ticket, then what stands under it, oldest first. */
  thread(input: { number: number; side: ThreadSide }): Promise<SandboxMessage[]>;
  /** Everything the bot posted, wherever it stands. */
  posts(): SandboxMessage[];
  /** How often the bot called a method of the Web API. */
  calls(method: string): number;
  /** Creates the app anew in the same workspace; needs `keepsWorkspace`. Bots that are started from now on are its. */
  createAppAnew(): Promise<void>;
  close(): Promise<void>;
};

type OpenStageInput = {
  rateLimits?: boolean;
  timeoutMs?: number;
  helpdeskChannels?: TeamChannels;
  textsFor?: TextsFor;
  /** What is otherwise about a person, by their id. */
  people?: Record<string, Partial<Campus['people'][number]>>;
  /** Keeps what Slack has in a folder. */
  keepsWorkspace?: boolean;
};

/** The real API and the sandbox, around which bot processes can be started, on a clock that nobody waits for. */
export async function openStage(input: OpenStageInput = {}): Promise<Stage> {
  const {
    rateLimits = false,
    timeoutMs = 60_000,
    helpdeskChannels,
    textsFor = english,
    keepsWorkspace = false,
    people = {},
  } = input;
  const dataDir = keepsWorkspace ? mkdtempSync(join(tmpdir(), 'campus-desk-slack-')) : undefined;
  const api = await startTestApi();
  const start = Date.parse(testStart);
  const clock = createVirtualClock({
    start,
    onChange: now => api.clock.set(new Date(now).toISOString()),
  });
  const { people: everybody, ...rest } = demoCampusWith(helpdeskChannels);
  const campus = { ...rest, people: everybody.map(person => ({ ...person, ...people[person.id] })) };
  const startSlack = (newApp = false) =>
    startSandbox({
      port: 0,
      newApp,
      dataDir,
      host: '127.0.0.1',
      page: false,
      manifest: readFileSync('manifests/slack.http.yaml', 'utf8'),
      campus,
      clock: () => new Date(clock.now()),
      wait: ms => clock.sleep(ms, { ref: false }),
      timing: { ackDeadlineMs: 1000, eventRetryDelaysMs: [0, 0, 0] },
      rateLimits,
    });
  let sandbox = await startSlack();
  const connect = () =>
    createWires({
      apiUrl: api.url,
      slackApiUrl: sandbox.apiUrl,
      botToken: sandbox.botToken,
      clock,
      timeoutMs,
    });
  const wires = connect();
  const { logger, errors } = createTestLogger();
  const processes: Process[] = [];
  const everything = () =>
    Object.assign({}, ...[ada, liam, ben].map(({ id }) => sandbox.snapshot(id).messages));

  return {
    api,
    wires,
    get sandbox() {
      return sandbox;
    },
    clock,
    errors,
    startWork(holder = `bot-${processes.length + 1}`, { hearsOfTheEnd = true } = {}) {
      const { botUserId } = sandbox;
      const own = connect();
      if (!hearsOfTheEnd) own.deafen();
      const { client, slack, fetch } = own;
      const { forEvents: names } = createNames({ slack, logger, clock });
      const background = createBackgroundWork({
        client,
        slack,
        names,
        textsFor,
        botUserId,
        homeTeamId: demoCampus.teamId,
        channels: { helpdeskChannel, helpdeskChannels },
        holder,
        logger,
        clock,
        fetch,
      });
      const settled = () => whileTimePasses({ clock, work: background.settled(), everyMs: 1000 });
      const work = { ...background, settled };
      work.start();
      const process = { work, wires: own };
      processes.push(process);
      return process;
    },
    async thread({ number, side }) {
      const threads = await wires.client.listThreads({ number });
      const { channel, ts } = threads.find(thread => thread.side === side) ?? { channel: '', ts: '' };
      const messages: SandboxMessage[] = everything()[channel] ?? [];
      return messages.filter(message => message.ts === ts || message.thread_ts === ts);
    },
    posts: () =>
      Object.values<SandboxMessage[]>(everything())
        .flat()
        .filter(({ user }) => user === sandbox.botUserId),
    calls: method => sandbox.traffic().filter(({ what }) => what === method).length,
    async createAppAnew() {
      await sandbox.stop();
      sandbox = await startSlack(true);
    },
    async close() {
      for (const { work } of processes) await work.stop();
      await sandbox.stop();
      await api.close();
      if (dataDir !== undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

function createTestLogger() {
  const errors: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      errors.push(JSON.parse(String(line)));
      done();
    },
  });
  return { errors, logger: pino({ level: process.env.SYNC_LOG ?? 'error' }, sink) };
}
