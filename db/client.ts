import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { OpenDatabase } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrateServer } from './migrate.ts';
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
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The database at ${host} cannot be used: ${reason}. Is the server running, and is DATABASE_URL right?`,
      { cause },
    );
  });
  const client = postgres(databaseUrl, { max: 10, onnotice: () => {}, connect_timeout: 10, backoff });
  return {
    db: drizzlePostgres(client, { schema }),
    location: `PostgreSQL at ${host}`,
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * Seconds until a lost server is tried again: never many, so that calls fail soon while it is away, and
 * the first one after an outage succeeds.
 */
function backoff(retries: number): number {
  return Math.min(0.05 * 2 ** retries, 1);
}
