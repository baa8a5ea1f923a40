import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@campus-desk/contract';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi } from '../../api/start.ts';
import { openDatabase } from '../../db/index.ts';
import { ada, ben } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const silent = createLogger({ level: 'silent' });

// Opening an embedded database takes a second, so the program is killed and started again over one folder.
describe('the API as a program', () => {
  let folder: string;
  let port: number;
  let environment: Record<string, string>;
  let killed: ChildProcess;
  let output = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-api-'));
    [port = 0] = await freePorts(1);
    environment = { DATA_DIR: folder, API_PORT: `${port}`, DATABASE_URL: '', API_TOKEN: '', HOST: '0.0.0.0' };
    killed = spawn(process.execPath, [`${root}run.mjs`, `${root}api/main.ts`], {
      env: { ...process.env, ...environment, LOG_LEVEL: 'info' },
    });
    for (const stream of [killed.stdout, killed.stderr]) stream?.on('data', chunk => (output += chunk));
    while (!output.includes('The API listens at')) await once(killed.stdout ?? killed, 'data');
  });
  afterAll(async () => {
    killed.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test('without a token listens on this machine only, whatever HOST says, and says so', async () => {
    expect(output).toContain(`The API listens at http://127.0.0.1:${port}`);
    // The log is another stream than the one that was waited for.
    await eventually(() =>
      expect(output).toContain('no API_TOKEN is set: the API listens on this machine only'),
    );
    expect(await answersAt('127.0.0.1', port)).toBe(true);
    for (const address of outsideAddresses()) expect(await answersAt(address, port)).toBe(false);
  });

  test('has its data folder to itself', async () => {
    const opening = openDatabase({ databaseUrl: undefined, dataDir: folder, progress: () => {} });

    await expect(opening).rejects.toThrow(/^Another instance is using .*Stop it first/);
  });

  test('killed, has lost nothing that was filed or corrected when started again, and with a token listens where HOST says', async () => {
    const before = createClient({ baseUrl: `http://127.0.0.1:${port}`, token: undefined });
    const filed = await before.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'V1' });
    const taught = { description: 'The flux capacitor is out of order again', actor: ada };
    await before.fileTicket(taught, { idempotencyKey: 'V2' });
    await before.changeTicket({ number: 2, actor: ben, category: 'service' });
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    const token = 'a-long-secret';
    const config = readConfig({ ...environment, API_TOKEN: token });
    const api = await startApi({ config, logger: silent, progress: () => {} });

    try {
      const after = createClient({ baseUrl: api.url, token });
      expect(await after.getTicket({ number: 1, role: 'user' })).toEqual(filed);
      expect(await after.categorise({ text: taught.description })).toMatchObject({
        category: 'service',
        unsure: false,
      });
      for (const address of outsideAddresses()) expect(await answersAt(address, port)).toBe(true);
    } finally {
      await api.stop();
    }
    expect(await answersAt('127.0.0.1', port)).toBe(false);
  });

  test('counts first answers by the office hours of its campus file', async () => {
    const path = join(folder, 'campus.yaml');
    await writeFile(path, 'officeHours: { mon-fri: "08:00-18:00" }\n');
    const config = readConfig({ ...environment, CAMPUS_FILE: path });
    const api = await startApi({ config, logger: silent, progress: () => {} });

    try {
      const client = createClient({ baseUrl: api.url, token: undefined });
      await eventually(async () => expect((await client.summariseResponses({})).workingHours).toBe(true));
    } finally {
      await api.stop();
    }
  });
});

/** Addresses under which other machines reach this one; in a closed room there may be none. */
function outsideAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise(answer => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}
