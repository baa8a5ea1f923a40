import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { freePortsFor, partPorts } from '../support/free-ports.ts';

const program = fileURLToPath(new URL('../../main.ts', import.meta.url));
const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));

const portNames = ['SANDBOX_PORT', ...partPorts] as const;

/** Variables that a machine's own environment or .env must not decide here. */
const nothingSet = {
  SLACK_BOT_TOKEN: '',
  DATABASE_URL: '',
  API_TOKEN: '',
  API_URL: '',
  HOST: '',
  LOG_LEVEL: 'warn',
};

type Running = {
  process: ChildProcess;
  output: () => string;
  ready: Promise<void>;
  ended: Promise<number | null>;
};

type StartInput = { environment?: Record<string, string>; args?: string[] };

describe('npm start', () => {
  const running: Running[] = [];
  let folder: string;
  let ports: Record<(typeof portNames)[number], string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-start-'));
    ports = await freePortsFor(portNames);
  });

  afterAll(async () => {
    for (const { process: child } of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function start({ environment = {}, args = [] }: StartInput = {}): Running {
    const child = spawn(process.execPath, [runner, program, ...args], {
      cwd: tmpdir(),
      env: { ...process.env, ...nothingSet, ...ports, DATA_DIR: join(folder, 'data'), ...environment },
    });
    let output = '';
    const ready = new Promise<void>(resolve => {
      const read = (chunk: Buffer) => {
        output += chunk;
        if (output.includes('Ctrl+C stops everything')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
    });
    const ended = once(child, 'exit').then(([code]) => code);
    const started = { process: child, output: () => output, ready, ended };
    running.push(started);
    return started;
  }

  test('begins with a demo campus, unless it is to stay empty', async () => {
    for (const [args, least, most] of [
      [['--empty'], 0, 0],
      [[], 300, 500],
    ] as const) {
      const stack = start({ args: [...args] });
      await Promise.race([stack.ready, stack.ended]);
      const total = await countTickets(ports.API_PORT);
      stack.process.kill('SIGTERM');

      expect(total).toBeGreaterThanOrEqual(least);
      expect(total).toBeLessThanOrEqual(most);
      expect(await stack.ended).toBe(0);
    }
  });

  test('runs every part from any folder, refuses a second one, says goodbye, and keeps its data', async () => {
    const first = start();
    await Promise.race([first.ready, first.ended]);
    expect(first.output()).toContain(`http://localhost:${ports.SANDBOX_PORT}`);
    for (const name of portNames.slice(1))
      await eventually(async () => {
        const { status } = await fetch(`http://127.0.0.1:${ports[name]}/readyz`);
        expect(status).toBe(200);
      });
    const number = await file({ api: ports.API_PORT, description: 'The lift is stuck' });

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('Another instance is using');

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const again = start();
    await Promise.race([again.ready, again.ended]);
    const ticket = await fetch(`http://127.0.0.1:${ports.API_PORT}/v1/tickets/${number}`);
    expect(await ticket.json()).toMatchObject({ number, description: 'The lift is stuck' });
    again.process.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(again.output()).toMatch(/Stopping: .*\nGoodbye\. What was stored is there the next time\.\n$/);
  });

  test('names the port that is taken, in one line', async () => {
    const taken = createServer().listen(Number(ports.BOT_PORT), '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());

    const refused = start();

    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`Port ${ports.BOT_PORT} is taken.`);
    expect(refused.output()).not.toContain('    at ');
  });

  test('looks for its ports before it creates anything, and names the variable to change', async () => {
    const taken = createServer().listen(Number(ports.CHARTS_PORT), '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const DATA_DIR = join(folder, 'never');

    const refused = start({ environment: { DATA_DIR } });
    const double = start({ environment: { DATA_DIR, BOT_PORT: ports.API_PORT } });

    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(
      `Port ${ports.CHARTS_PORT} is taken. Stop what uses it, or set CHARTS_PORT to another.\n`,
    );
    expect(await double.ended).toBe(1);
    expect(double.output()).toBe(
      `BOT_PORT and API_PORT are both ${ports.API_PORT}; each part needs a port of its own.\n`,
    );
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  test('names the address at which it cannot listen, in one line', async () => {
    // An address that no machine has (RFC 5737).
    const refused = start({ environment: { HOST: '192.0.2.1', API_TOKEN: 'a-long-secret' } });

    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(
      'HOST is no address of this machine: 192.0.2.1; write 127.0.0.1, or 0.0.0.0 for all of them\n',
    );
  });

  test('refuses an option it does not know in one line, instead of starting without it', async () => {
    const refused = start({ args: ['--emtpy'] });

    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe("Unknown option '--emtpy'. Known options: --empty, --help.\n");
  });

  test('lists every wrong variable on a line of its own and does not start', async () => {
    const refused = start({ environment: { API_PORT: 'x', CAMPUS_TIME_ZONE: 'Mars/Base' } });

    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split('\n')).toEqual([
      'API_PORT is not a port; write a number such as 3000',
      'CAMPUS_TIME_ZONE is not a time zone; write an IANA name such as Europe/Rome',
    ]);
  });
});

async function file({ api, description }: { api: string; description: string }): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${api}/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ description, actor: { id: 'U01ADA', name: 'Ada', role: 'user' } }),
  });
  expect(response.status).toBe(201);
  const { number } = (await response.json()) as { number: number };
  return number;
}

async function countTickets(api: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${api}/v1/tickets?role=helpdesk&limit=1`);
  const { total } = (await response.json()) as { total: number };
  return total;
}
