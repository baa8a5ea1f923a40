import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Balancer, startBalancer } from '../chaos/system/balancer.ts';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = import.meta.resolve('tsx');
const ada = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;
const ben = { id: 'U05BEN', name: 'Ben', role: 'helpdesk' } as const;

/** Two copies of a part, and the address in front of them. */
type Copies = { copies: { child: ChildProcess; url: string }[]; balancer: Balancer; url: string };

/** Starting six programs takes a busy machine long, in milliseconds. */
const maxStartMs = 150_000;

describe.skipIf(!hasPostgres)('two copies of each part behind a balancer', () => {
  let postgres: OwnPostgres;
  let api: Copies;
  let backlog: Copies;
  let charts: Copies;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    const shared = { DATABASE_URL: postgres.url, CAMPUS_TIME_ZONE: 'Europe/Rome', LOG_LEVEL: 'warn' };
    api = await startCopies({ program: ['api/main.ts'], variable: 'API_PORT', environment: shared });
    const environment = { ...shared, API_URL: api.url };
    [backlog, charts] = await Promise.all([
      startCopies({ program: ['analytics/main.ts', 'backlog'], variable: 'BACKLOG_PORT', environment }),
      startCopies({ program: ['analytics/charts/main.ts'], variable: 'CHARTS_PORT', environment }),
    ]);
  }, maxStartMs);
  afterAll(async () => {
    const all = [charts, backlog, api].filter(part => part !== undefined);
    for (const { copies } of all) for (const { child } of copies) child.kill('SIGKILL');
    await Promise.all(all.map(({ balancer }) => balancer.stop()));
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

  test('lose nothing when one of each is killed under load', async () => {
    const client = createClient({ baseUrl: api.url, token: undefined });
    const stored = new Set<number>();
    const chart = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] } };
    const created = await fetch(`${charts.copies[0]?.url}/chart/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chart }),
    });
    const { pathname } = new URL(((await created.json()) as { url: string }).url);

    const people = Array.from({ length: 4 }, async (_, person) => {
      for (let count = 0; count < 10; count += 1) {
        const key = `${person}-${count}`;
        const filing = { description: `The lift ${key} is stuck`, actor: { ...ada, id: `U0${person}` } };
        // As the bot does for Slack: the same act again, until it is answered.
        const file = () => client.fileTicket(filing, { idempotencyKey: key });
        stored.add((await untilAnswered(file)).number);
      }
    });
    await eventually(() => expect(stored.size).toBeGreaterThan(5));
    for (const { copies } of [api, backlog, charts]) copies[0]?.child.kill('SIGKILL');
    await Promise.all(people);

    const { tickets } = await client.listTickets({ role: 'helpdesk', status: 'open', limit: 100 });
    expect(stored.size).toBe(40);
    expect(new Set(tickets.map(({ number }) => number))).toEqual(stored);
    expect((await reportOf(backlog.url)).figures[0]).toEqual({ label: 'Not closed yet', value: 41 });
    expect((await fetch(`${charts.url}${pathname}`)).status).toBe(200);
  });
});

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
      const child = spawn(process.execPath, ['--import', tsx, `${root}${file}`, ...words], {
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
