import { fileURLToPath } from 'node:url';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { refuseNewerSchema } from './refuse-newer-schema.ts';
import * as schema from './schema/index.ts';

/** The folder of the generated migrations. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number, the same in every process: the advisory lock of migrating. */
const migrationLock = 7_266_123;

/** Brings the embedded database, which only this process has open, to the newest schema. */
export async function migrateEmbedded(db: PgliteDatabase<typeof schema>): Promise<void> {
  await refuseNewerSchema({ db, migrationsFolder });
  await migratePglite(db, { migrationsFolder });
}

/** Brings a PostgreSQL server to the newest schema; of several processes at once, one does it and the others wait. */
export async function migrateServer(databaseUrl: string): Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    const db = drizzle(client, { schema });
    await refuseNewerSchema({ db, migrationsFolder });
    await migratePostgres(db, { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}
