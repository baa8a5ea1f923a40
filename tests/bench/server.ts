import { findPrograms, startServer } from '../chaos/system/postgres.ts';
import { createDatabase } from '../support/database-server.ts';

/** The PostgreSQL server that is measured on. */
export type BenchServer = {
  /** The address of a new empty database. */
  createDatabase: () => Promise<{ url: string; drop: () => Promise<void> }>;
  /** The address of pgbench. */
  pgbench: string;
  stop: () => Promise<void>;
};

/** The server of BENCH_DATABASE_URL, else one of our own that flushes every commit to disk, as production does. */
export async function startBenchServer(environment: NodeJS.ProcessEnv): Promise<BenchServer> {
  const { BENCH_DATABASE_URL: given } = environment;
  const programs = await findPrograms();
  const pgbench = programs === undefined ? 'pgbench' : `${programs}/pgbench`;
  if (given) return { createDatabase: () => createDatabase(given), pgbench, stop: async () => {} };
  if (programs === undefined)
    throw new Error(
      'There is no PostgreSQL in /usr/lib/postgresql: install it, or name a server in BENCH_DATABASE_URL.',
    );
  const { databaseUrl, stop } = await startServer({ programs, settings: ['max_wal_size=4GB'] });
  return { createDatabase: () => createDatabase(databaseUrl), pgbench, stop };
}
