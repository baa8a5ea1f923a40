import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { OpenDatabase } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrateServer } from './migrate.ts';
import { NewerSchemaError } from './refuse-newer-schema.ts';
import * as schema from './schema/index.ts';

type OpenDatabaseInput = {
  databaseUrl: string | undefined;
  dataDir: string | undefined;
  progress: (line: string) => void;
};

/**
 * A migrated database: the PostgreSQL server at `databaseUrl`, else the embedded one in `dataDir` (in memory when
 * that is undefined). Throws one sentence for people when it cannot be opened.
 */
export async function openDatabase(input: OpenDatabaseInput): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, progress } = input;
  if (databaseUrl === undefined) return openEmbedded({ dataDir, progress });

  const { host } = new URL(databaseUrl);
  await migrateServer(databaseUrl).catch(cause => {
    if (cause instanceof NewerSchemaError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The database at ${host} cannot be used: ${reason}. Is the server running, and is DATABASE_URL right?`,
      { cause },
    );
  });
  const client = openPool({ databaseUrl, max: 10 });
  const reserved = openPool({ databaseUrl, max: 3 });
  const session = openSession(databaseUrl);
  return {
    db: drizzlePostgres(client, { schema }),
    reserved: drizzlePostgres(reserved, { schema }),
    session: drizzlePostgres(session, { schema }),
    location: `PostgreSQL at ${host}`,
    close: async () => {
      await Promise.all([client, reserved, session].map(one => one.end({ timeout: 5 })));
    },
  };
}

/** Nothing waits longer than a person does: what takes a lock, a statement or an open transaction ends with an error. */
const limits = {
  lock_timeout: 1000,
  statement_timeout: 8000,
  idle_in_transaction_session_timeout: 10_000,
};

function openPool({ databaseUrl, max }: { databaseUrl: string; max: number }) {
  const connection = { application_name: 'campus-desk', ...limits };
  return postgres(databaseUrl, { max, onnotice: () => {}, connect_timeout: 10, backoff, connection });
}

/** One connection that is never renewed; the server notices within seconds when this machine is lost. */
function openSession(databaseUrl: string) {
  return postgres(databaseUrl, {
    max: 1,
    max_lifetime: null,
    onnotice: () => {},
    connect_timeout: 10,
    backoff,
    connection: {
      application_name: 'campus-desk',
      ...limits,
      tcp_keepalives_idle: 1,
      tcp_keepalives_interval: 1,
      tcp_keepalives_count: 2,
    },
  });
}

/**
 * Seconds until a lost server is tried again: never many, so that calls fail soon while it is away, and
 * the first one after an outage succeeds.
 */
function backoff(retries: number): number {
  return Math.min(0.05 * 2 ** retries, 1);
}
