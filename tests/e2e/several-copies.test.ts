import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { type Sandbox, type SandboxMessage, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ids } from '../../bot/ids.ts';
import { demoCampus, helpdeskChannel } from '../../demo-campus.ts';
import { slackManifest } from '../../manifests/slack-manifest.ts';
import { type Balancer, startBalancer } from '../chaos/system/balancer.ts';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));
const ada = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;
const ben = { id: 'U05BEN', name: 'Ben', role: 'helpdesk' } as const;

/** Two copies of a part, and the address in front of them. */
type Copies = { copies: { child: ChildProcess; url: string }[]; balancer: Balancer; url: string };

/** A channel without the bot. */
const foreign = 'C03LIBRARY';

const statistics = {
  type: 'command',
  as: ada.id,
  channel: foreign,
  command: '/stats',
  text: 'backlog 7d',
} as const;

/** Longer than Slack takes for an address, whatever compresses it. */
const longChart = {
  type: 'bar',
  data: {
    labels: Array.from({ length: 150 }, (_, at) => createHash('sha256').update(`${at}`).digest('base64')),
    datasets: [{ data: [1] }],
  },
};

/** Starting eight programs takes a busy machine long, in milliseconds. */
const maxStartMs = 150_000;

describe.skipIf(!hasPostgres)('two copies of each part behind a balancer', () => {
  let postgres: OwnPostgres;
  let api: Copies;
  let backlog: Copies;
  let charts: Copies;
  let sandbox: Sandbox;
  let bots: Copies;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    const shared = { DATABASE_URL: postgres.url, CAMPUS_TIME_ZONE: 'Europe/Rome', LOG_LEVEL: 'warn' };
    api = await startCopies({ program: ['api/main.ts'], variable: 'API_PORT', environment: shared });
    const environment = { ...shared, API_URL: api.url };
    [backlog, charts, sandbox] = await Promise.all([
      startCopies({ program: ['analytics/main.ts', 'backlog'], variable: 'BACKLOG_PORT', environment }),
      startCopies({ program: ['analytics/charts/main.ts'], variable: 'CHARTS_PORT', environment }),
      startSandbox({
        port: 0,
        host: '127.0.0.1',
        page: false,
        manifest: await slackManifest({ mode: 'http', commands: ids.commands }),
        campus: demoCampus,
      }),
    ]);
    const slack = {
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_SIGNING_SECRET: sandbox.signingSecret,
      SLACK_APP_TOKEN: '',
      SLACK_API_URL: sandbox.apiUrl,
      HELPDESK_CHANNEL: helpdeskChannel,
      DIGEST_CRON: 'off',
      REMINDER_CRON: 'off',
    };
    bots = await startCopies({
      program: ['bot/main.ts'],
      variable: 'BOT_PORT',
      environment: { ...environment, ...slack, BACKLOG_URL: backlog.url, QUICKCHART_URL: charts.url },
    });
    sandbox.connectApp(`${bots.url}/slack/events`);
  }, maxStartMs);
  afterAll(async () => {
    const all = [bots, charts, backlog, api].filter(part => part !== undefined);
    for (const { copies } of all) for (const { child } of copies) child.kill('SIGKILL');
    await Promise.all(all.map(({ balancer }) => balancer.stop()));
    await sandbox.stop();
    await postgres.remove();
  });

  test('answer alike: what one stores the other lists, counts and changes at once', async () => {
    const [one, other] = api.copies.map(({ url }) => createClient({ baseUrl: url, token: undefined }));
    const ticket = await one?.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'first' });
    const again = await other?.fileTicket(
      { description: 'No WiFi', actor: ada },
      { idempotencyKey: 'first' },
    );
    const started = await other?.changeTicket({ number: 1, status: 'active', actor: ben });

    expect(again?.number).toBe(ticket?.number);
    expect(await one?.getTicket({ number: 1, role: 'user' })).toEqual(started);
    expect((await one?.listTickets({ role: 'user' }))?.tickets).toEqual([started]);
    for (const { url } of backlog.copies)
      expect((await reportOf(url)).figures[0]).toEqual({ label: 'Not closed yet', value: 1 });
  });

  test('learn from each other within a minute', async () => {
    const [one, other] = api.copies.map(({ url }) => createClient({ baseUrl: url, token: undefined }));

    await one?.changeTicket({ number: 1, category: 'service', actor: ben });

    await eventually(async () =>
      expect(await other?.categorise({ text: 'No WiFi' })).toMatchObject({ category: 'service' }),
    );
  });

  test('lose nothing when one of each is killed under load', async () => {
    const client = createClient({ baseUrl: api.url, token: undefined });
    const stored = new Set<number>();
    const created = await fetch(`${charts.copies[0]?.url}/chart/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chart: longChart }),
    });
    const { pathname } = new URL(((await created.json()) as { url: string }).url);

    const people = Array.from({ length: 4 }, async (_, person) => {
      for (let count = 0; count < 10; count += 1) {
        const key = `${person}-${count}`;
        const filing = {
          description: `The lift ${key} is stuck`,
          actor: { ...ada, id: demoCampus.people[person]?.id ?? '' },
        };
        // As the bot does for Slack: the same act again, until it is answered.
        const file = () => client.fileTicket(filing, { idempotencyKey: key });
        stored.add((await untilAnswered(file)).number);
      }
    });
    const inSlack = [answerInThread(), askForStatistics()];
    await eventually(() => expect(stored.size).toBeGreaterThan(5));
    for (const { copies } of [api, backlog, charts]) copies[0]?.child.kill('SIGKILL');
    (await botThatSyncs())?.child.kill('SIGKILL');
    await Promise.all([...people, ...inSlack]);

    const { tickets } = await client.listTickets({ role: 'helpdesk', status: 'open', limit: 100 });
    expect(stored.size).toBe(40);
    expect(new Set(tickets.map(({ number }) => number))).toEqual(stored);
    expect((await reportOf(backlog.url)).figures[0]).toEqual({ label: 'Not closed yet', value: 41 });
    expect((await fetch(`${charts.url}${pathname}`)).status).toBe(200);
  });

  test('show in Slack what was filed and said meanwhile, once', async () => {
    const posts = (as: string, channel: string) =>
      (sandbox.snapshot(as).messages[channel] ?? []).filter(({ user }) => user === sandbox.botUserId);
    const cards = () => posts(ben.id, helpdeskChannel).filter(({ ts, thread_ts = ts }) => thread_ts === ts);
    const threads = await createClient({ baseUrl: api.url, token: undefined }).listThreads({ number: 1 });
    const dm = threads.find(({ side }) => side === 'reporter');
    const copies = () => posts(ada.id, dm?.channel ?? '').filter(({ thread_ts }) => thread_ts === dm?.ts);

    // At a post a second.
    await eventually(() => expect(cards().length).toBeGreaterThanOrEqual(41));
    await eventually(() => expect(copies().map(({ text }) => text)).toEqual(expect.arrayContaining(said)));

    expect(cards().length).toBe(41);
    expect(new Set(cards().map(({ text }) => text)).size).toBe(41);
    expect(copies().filter(({ text }) => said.includes(text)).length).toBe(said.length);
    // Again, as a person does who reads that the service did not answer in time.
    const askAgain = async () => {
      if (posts(ada.id, foreign).some(hasPicture)) return;
      await sandbox.act(statistics);
      expect.fail('no picture yet');
    };
    await vi.waitFor(askAgain, { timeout: 120_000, interval: 5000 });
  });

  const said = Array.from({ length: 8 }, (_, at) => `Ben Hartmann: Answer ${at}`);

  async function answerInThread(): Promise<void> {
    const isCard = ({ text, user }: SandboxMessage) => user === sandbox.botUserId && text.includes('No WiFi');
    const card = await sandbox.until(() => sandbox.snapshot(ben.id).messages[helpdeskChannel]?.find(isCard));
    for (const text of said.map(line => line.replace('Ben Hartmann: ', '')))
      await sandbox.act({ type: 'say', as: ben.id, channel: helpdeskChannel, threadTs: card.ts, text });
  }

  /** As a person does: again, when Slack says that it failed. */
  async function askForStatistics(): Promise<void> {
    for (let asked = 0; asked < 5; )
      if ((await sandbox.act(statistics)).ok) asked += 1;
      else await wait(50);
  }

  async function botThatSyncs() {
    for (const copy of bots.copies) {
      const metrics = await (await fetch(`${copy.url}/metrics`)).text();
      if (/^campus_desk_lease_held\{.*\} 1$/m.test(metrics)) return copy;
    }
    return undefined;
  }
});

function hasPicture({ blocks = [] }: SandboxMessage): boolean {
  return blocks.some(({ type }) => type === 'image');
}

async function reportOf(url: string): Promise<{ figures: object[] }> {
  const answer = await fetch(`${url}/report?last=7d`);
  return (await answer.json()) as { figures: object[] };
}

async function untilAnswered<Result>(call: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const result = await call().catch(() => undefined);
    if (result !== undefined) return result;
    await wait(50);
  }
}

type StartCopiesInput = { program: string[]; variable: string; environment: Record<string, string> };

async function startCopies({ program, variable, environment }: StartCopiesInput): Promise<Copies> {
  const [file = '', ...words] = program;
  const ports = await freePorts(2);
  const copies = await Promise.all(
    ports.map(async port => {
      const child = spawn(process.execPath, [runner, `${root}${file}`, ...words], {
        env: { ...process.env, API_TOKEN: '', HOST: '', ...environment, [variable]: String(port) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      return { child, url: localUrl(port) };
    }),
  );
  const balancer = await startBalancer(ports);
  return { copies, balancer, url: localUrl(balancer.port) };
}
