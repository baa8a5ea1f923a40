import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@campus-desk/contract';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi } from '../../api/start.ts';
import { openDatabase } from '../../db/index.ts';
import { ada, ben } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const program = '/usr/sbin/pgbouncer';
const isHere = hasPostgres && existsSync(program);

describe.skipIf(!isHere)('behind PgBouncer, set up as the documentation says,', () => {
  let server: OwnPostgres;
  let folder: string;
  let url: string;
  let bouncer: ChildProcess;

  beforeAll(async () => {
    server = await startOwnPostgres();
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-pgbouncer-'));
    const [port = 0] = await freePorts(1);
    const { uid } = await stat(join(server.folder, 'data'));
    await writeFile(join(folder, 'pgbouncer.ini'), await documentedSettings({ port, server }));
    await writeFile(join(folder, 'users'), '"postgres" ""\n');
    for (const path of [folder, join(folder, 'pgbouncer.ini'), join(folder, 'users')])
      await chown(path, uid, -1);
    bouncer = spawn(program, [join(folder, 'pgbouncer.ini')], { uid, cwd: folder, stdio: 'ignore' });
    url = `postgres://postgres@127.0.0.1:${port}/campus_desk`;
    await eventually(async () => {
      const { close } = await openDatabase({ databaseUrl: url, dataDir: undefined, progress: () => {} });
      await close();
    });
  });
  afterAll(async () => {
    bouncer.kill();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('the API files, changes and lists tickets, and one bot alone gets the lease', async () => {
    const [port] = await freePorts(1);
    const config = readConfig({ DATABASE_URL: url, API_PORT: `${port}` });
    const logger = createLogger({ level: 'silent' });
    const api = await startApi({ config, logger, progress: () => {} });
    const client = createClient({ baseUrl: api.url, token: undefined });

    for (let at = 1; at <= 5; at += 1) {
      const filing = { description: `The lift ${at} is stuck`, actor: ada };
      const { number } = await client.fileTicket(filing, { idempotencyKey: `${at}` });
      await client.changeTicket({ number, status: 'active', actor: ben });
    }
    const { total } = await client.listTickets({ role: 'helpdesk', status: 'active' });
    const lease = await client.takeLease({ name: 'sync', holder: 'one', ttlSeconds: 30 });
    const held = await client.takeLease({ name: 'sync', holder: 'two', ttlSeconds: 30 });
    await api.stop();

    expect(total).toBe(5);
    expect([lease.holder, held.holder]).toEqual(['one', 'one']);
  });
});

type DocumentedSettingsInput = { port: number; server: OwnPostgres };

/** The lines of docs/operations.md, for this server and this port. */
async function documentedSettings({ port, server }: DocumentedSettingsInput): Promise<string> {
  const text = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const [, lines = ''] = /```ini\n([^`]+)```/.exec(text) ?? [];
  const here = `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = trust\nauth_file = users\n`;
  return `${lines.replace('host=127.0.0.1 port=5432', `host=127.0.0.1 port=${server.port} dbname=postgres`)}${here}`;
}
