import { fileURLToPath } from 'node:url';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import { countMissingMigrations } from './missing-migrations.ts';
import * as schema from './schema/index.ts';
import { connectTo, type Server } from './server.ts';

/** The folder of the generated migrations. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Whether a start brings an older schema up to date, or only checks that it is. */
export type Migrating = 'auto' | 'off';

/** The schema is older than this program, and starting is not to change it. */
export class OlderSchemaError extends Error {
  constructor(missing: number) {
    const lacks = missing === 1 ? '1 migration' : `${missing} migrations`;
    super(
      `The schema of the database lacks ${lacks}, and MIGRATE is off. Run npm run db:migrate as its owner first.`,
    );
    this.name = 'OlderSchemaError';
  }
}

/** Any number, the same in every process: the advisory lock of migrating. */
const migrationLock = 7_266_123;

type MigrateEmbeddedInput = { db: PgliteDatabase<typeof schema>; migrating: Migrating };

/** Brings the embedded database, which only this process has open, to the newest schema. */
export async function migrateEmbedded({ db, migrating }: MigrateEmbeddedInput): Promise<void> {
  const missing = await countMissingMigrations({ db, migrationsFolder });
  if (missing === 0) return;
  if (migrating === 'off') throw new OlderSchemaError(missing);
  await migratePglite(db, { migrationsFolder });
}

type MigrateServerInput = Server & { migrating: Migrating };

/**
 * Brings a PostgreSQL server to the newest schema; of several processes at once, one does it and the others wait. Of a
 * schema that is the newest it only reads, which needs no right to change it.
 */
export async function migrateServer({ migrating, ...server }: MigrateServerInput): Promise<void> {
  const client = connectTo({ server, max: 1 });
  try {
    const db = drizzle(client, { schema });
    const missing = await countMissingMigrations({ db, migrationsFolder });
    if (missing === 0) return;
    if (migrating === 'off') throw new OlderSchemaError(missing);

    await client`select pg_advisory_lock(${migrationLock})`;
    // Another process may have migrated meanwhile, a newer one too.
    if ((await countMissingMigrations({ db, migrationsFolder })) === 0) return;
    await migratePostgres(db, { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}
