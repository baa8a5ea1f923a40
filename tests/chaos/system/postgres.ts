import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createDatabase } from '../../support/database-server.ts';
import { freePorts } from '../../support/free-ports.ts';

const run = promisify(execFile);
const versionsFolder = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

export type Postgres = {
  /** A new empty database. */
  databaseUrl: string;
  /** Kills the server and starts it again; missing for a server that is not ours. */
  killAndRestart?: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * An empty database on the server of CHAOS_DATABASE_URL, else on a server of our own in a temporary folder; undefined,
 * with a notice, on a machine without PostgreSQL. Throws there when REQUIRE_POSTGRES is set.
 */
export async function startPostgres(environment: NodeJS.ProcessEnv): Promise<Postgres | undefined> {
  const { CHAOS_DATABASE_URL: given, REQUIRE_POSTGRES: isRequired } = environment;
  if (given) {
    const { url, drop } = await createDatabase(given);
    return { databaseUrl: url, stop: drop };
  }
  const programs = await findPrograms();
  if (programs !== undefined) return startServer({ programs, settings: ['fsync=off'] });
  const missing = `There is no PostgreSQL in ${versionsFolder}: install it, or name a server in CHAOS_DATABASE_URL.`;
  if (isRequired) throw new Error(missing);
  process.stdout.write(`${missing} Nothing was run.\n`);
  return undefined;
}

/** The folder of the newest PostgreSQL on this machine. */
export async function findPrograms(): Promise<string | undefined> {
  const versions = await readdir(versionsFolder).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1);
  return newest && join(versionsFolder, newest, 'bin');
}

type StartServerInput = { programs: string; settings: string[] };

/** A server of our own in a temporary folder, with an empty database. */
export async function startServer({ programs, settings }: StartServerInput): Promise<Required<Postgres>> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-chaos-postgres-'));
  const data = join(folder, 'data');
  const [port = 0] = await freePorts(1);
  if (isRoot) await chown(folder, Number((await run('id', ['-u', 'postgres'])).stdout), -1);
  // PostgreSQL refuses to run as root.
  const call = (program: string, ...args: string[]) => {
    const line = [join(programs, program), ...args];
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...line] : line;
    return run(command, rest, { cwd: folder });
  };
  const options = `-h 127.0.0.1 -p ${port} -k ${folder} ${settings.map(setting => `-c ${setting}`).join(' ')}`;
  const start = () =>
    call('pg_ctl', '--pgdata', data, '--wait', '--log', join(folder, 'log'), '--options', options, 'start');

  await call('initdb', '--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8');
  await start();
  const { url } = await createDatabase(`postgres://postgres@127.0.0.1:${port}/postgres`);
  const stop = async () => {
    await call('pg_ctl', '--pgdata', data, '--mode', 'immediate', 'stop').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  // A server runs on by itself: who is asked to end takes it along, and its data.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(128 + constants.signals[signal])));
  return {
    databaseUrl: url,
    async killAndRestart() {
      const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await untilStarted(start);
    },
    stop,
  };
}

/** The children of a killed server live on for a moment, and no other starts beside them. */
async function untilStarted(start: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await start();
      return;
    } catch (error) {
      if (attempt === 30) throw error;
      await wait(300);
    }
  }
}
