import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { OpenDatabase } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { type Migrating, migrateServer, OlderSchemaError } from './migrate.ts';
import { NewerSchemaError } from './missing-migrations.ts';
import * as schema from './schema/index.ts';

type OpenDatabaseInput = {
  databaseUrl: string | undefined;
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
  const { databaseUrl, dataDir, migrating = 'auto', progress } = input;
  if (databaseUrl === undefined) return openEmbedded({ dataDir, migrating, progress });

  const { host } = new URL(databaseUrl);
  await migrateServer({ databaseUrl, migrating }).catch(cause => {
    if (cause instanceof NewerSchemaError || cause instanceof OlderSchemaError) throw cause;
    throw new Error(`The database at ${host} cannot be used: ${explain(cause)}`, { cause });
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

/** Why the server cannot be used, and what to do, in one line. */
function explain(error: unknown): string {
  const said = innermost(error);
  const reason = said instanceof Error ? said.message : String(said);
  if (said instanceof postgres.PostgresError && said.code === insufficientPrivilege)
    return `${reason}. Run npm run db:migrate as the owner of the schema, and give the role of DATABASE_URL its rights (docs/operations.md).`;
  return `${reason}. Is the server running, and is DATABASE_URL right?`;
}

/** PostgreSQL's code for what a role may not do. */
const insufficientPrivilege = '42501';

/** What the server said, without the statement that it was said of. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? innermost(error.cause) : error;
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
