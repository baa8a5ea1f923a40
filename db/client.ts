import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import type { OpenDatabase } from './database.ts';
import { explainFailure, isMistake } from './explain-failure.ts';
import { keepPrepared } from './keep-prepared.ts';
import { type Migrating, migrateServer, OlderSchemaError } from './migrate.ts';
import { NewerSchemaError } from './missing-migrations.ts';
import * as schema from './schema/index.ts';
import { connectTo, hostsOf, type Server } from './server.ts';

type OpenDatabaseInput = {
  databaseUrl: string | undefined;
  /** The certificate authority of the server, a file. */
  caFile?: string | undefined;
  /** A copy of the database that may be read as well, at its own address. */
  readUrl?: string | undefined;
  /** Most connections for requests, with each server. */
  poolSize?: number;
  dataDir: string | undefined;
  /** Whether an older schema is brought up to date, as it is by default, or refused. */
  migrating?: Migrating;
  progress: (line: string) => void;
};

/**
 * A database with the newest schema: the PostgreSQL server at `databaseUrl`, else the embedded one in `dataDir` (in
 * memory when that is undefined). Throws one sentence for people when it cannot be opened.
 */
export async function openDatabase(input: OpenDatabaseInput): Promise<OpenDatabase> {
  const { databaseUrl, caFile, readUrl, poolSize = 10, dataDir, migrating = 'auto', progress } = input;
  if (databaseUrl === undefined) {
    // 39 MB that nobody needs who has a server.
    const { openEmbedded } = await import('./embedded.ts');
    return openEmbedded({ dataDir, migrating, progress });
  }

  const server = { databaseUrl, caFile };
  const location = `PostgreSQL at ${hostsOf(server)}`;
  await migrateServer({ ...server, migrating }).catch(cause => {
    if (cause instanceof NewerSchemaError || cause instanceof OlderSchemaError) throw cause;
    throw new Error(explainFailure({ server, error: cause }), { cause });
  });
  const replica = readUrl === undefined ? undefined : await openReplica({ caFile, readUrl, poolSize });
  const client = openPool({ server, max: poolSize });
  const reserved = openPool({ server, max: 3 });
  const session = openSession(server);
  return {
    db: drizzlePostgres(keepPrepared(client), { schema }),
    reserved: drizzlePostgres(keepPrepared(reserved), { schema }),
    session: drizzlePostgres(keepPrepared(session), { schema }),
    ...(replica && { replica: drizzlePostgres(keepPrepared(replica), { schema }) }),
    location,
    close: async () => {
      const all = [client, reserved, session, ...(replica ? [replica] : [])];
      await Promise.all(all.map(one => one.end({ timeout: 5 })));
    },
  };
}

/**
 * What every connection says of itself, and how long it waits: nothing waits longer than a person does. Dates are written and
 * counted in one way, whatever the server, the database or the role has been set to.
 */
const settings = {
  application_name: 'campus-desk',
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  lock_timeout: 1000,
  statement_timeout: 8000,
  idle_in_transaction_session_timeout: 10_000,
};

function openPool({ server, max }: { server: Server; max: number }) {
  return connectTo({ server, max, backoff, connection: settings });
}

type OpenReplicaInput = { readUrl: string; caFile: string | undefined; poolSize: number };

/** One that is away may come back, so only what somebody has to put right is thrown. */
async function openReplica({ readUrl, caFile, poolSize }: OpenReplicaInput) {
  const server = { databaseUrl: readUrl, caFile, variable: 'DATABASE_READ_URL' };
  // Nobody waits long for a replica: the database itself answers as well.
  const impatient = { backoff, connect_timeout: 2, connection: settings };
  const client = connectTo({ server, prefers: 'prefer-standby', max: poolSize, ...impatient });
  await client`select 1`.catch(async cause => {
    if (!isMistake(cause)) return;
    await client.end({ timeout: 1 });
    throw new Error(explainFailure({ server, error: cause }), { cause });
  });
  return client;
}

/** One connection that is never renewed; the server notices within seconds when this machine is lost. */
function openSession(server: Server) {
  const keepAlive = { tcp_keepalives_idle: 1, tcp_keepalives_interval: 1, tcp_keepalives_count: 2 };
  return connectTo({
    server,
    max: 1,
    max_lifetime: null,
    backoff,
    connection: { ...settings, ...keepAlive },
  });
}

/**
 * Seconds until a lost server is tried again: never many, so that calls fail soon while it is away, and
 * the first one after an outage succeeds.
 */
function backoff(retries: number): number {
  return Math.min(0.05 * 2 ** retries, 1);
}
