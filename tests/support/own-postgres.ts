import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from './free-ports.ts';

const run = promisify(execFile);
const versions = await readdir('/usr/lib/postgresql').catch(() => []);
const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1);
const programs = newest && join('/usr/lib/postgresql', newest, 'bin');
const isRoot = process.getuid?.() === 0;

/** Whether this machine has the programs of PostgreSQL, so that a test can start servers of its own. */
export const hasPostgres = programs !== undefined;
if (!hasPostgres)
  process.stdout.write('There is no PostgreSQL here: tests with servers of their own are skipped.\n');

/** A PostgreSQL server in a temporary folder, for tests that need one with settings of their own. */
export type OwnPostgres = {
  port: number;
  /** The address of its first database, for the superuser. */
  url: string;
  start: () => Promise<void>;
  /** Ends it as a crash does, or in order. */
  stop: (mode?: 'immediate' | 'fast') => Promise<void>;
  /** Ends it and takes its files away. */
  remove: () => Promise<void>;
  /** One of PostgreSQL's own programs, run beside the server; what it prints. */
  call: (program: string, ...args: string[]) => Promise<string>;
  folder: string;
};

type StartOwnPostgresInput = {
  /** Lines for `postgresql.conf`. */
  settings?: string[];
  /** Who is let in, and how. */
  access?: string;
  /** Files beside the data, by name, such as certificates. */
  files?: Record<string, string>;
  /** The server that it is a standby of. */
  standbyOf?: OwnPostgres;
};

/** Starts a server on a free port of this machine, empty or as the standby of another. */
export async function startOwnPostgres(input: StartOwnPostgresInput = {}): Promise<OwnPostgres> {
  const { settings = [], access = standardAccess, files = {}, standbyOf } = input;
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-postgres-'));
  const data = join(folder, 'data');
  const [port = 0] = await freePorts(1);
  const owner = isRoot ? Number((await run('id', ['-u', 'postgres'])).stdout) : process.getuid?.();
  if (isRoot && owner !== undefined) await chown(folder, owner, -1);
  // PostgreSQL refuses to run as root.
  const call = async (program: string, ...args: string[]) => {
    const line = [join(programs ?? '', program), ...args];
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...line] : line;
    return (await run(command, rest, { cwd: folder, maxBuffer: 2 ** 26 })).stdout;
  };
  const stop: OwnPostgres['stop'] = async (mode = 'fast') => {
    await call('pg_ctl', '--pgdata', data, '--wait', '--mode', mode, 'stop').catch(() => undefined);
  };
  const server: OwnPostgres = {
    port,
    folder,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    call,
    stop,
    async start() {
      const options = `-h 127.0.0.1 -p ${port} -k ${folder}`;
      const log = join(folder, 'log');
      await call('pg_ctl', '--pgdata', data, '--wait', '--log', log, '--options', options, 'start');
    },
    async remove() {
      await stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };

  if (standbyOf === undefined)
    await call(
      'initdb',
      '--pgdata',
      data,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-sync',
    );
  else
    await call(
      'pg_basebackup',
      '--pgdata',
      data,
      '--dbname',
      standbyOf.url,
      '--write-recovery-conf',
      '--no-sync',
    );
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await writeFile(file, text, { mode: 0o600 });
    if (owner !== undefined) await chown(file, owner, -1);
  }
  const configuration = await readFile(join(data, 'postgresql.conf'), 'utf8');
  await writeFile(
    join(data, 'postgresql.conf'),
    `${configuration}\n${['fsync = off', ...settings].join('\n')}\n`,
  );
  await writeFile(join(data, 'pg_hba.conf'), access);
  await server.start();
  return server;
}

const standardAccess = `local all all trust
host all all 127.0.0.1/32 trust
host replication all 127.0.0.1/32 trust
`;
