import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { applyMigrations } from './apply-migrations.ts';
import { countMissingMigrations } from './missing-migrations.ts';
import * as schema from './schema/index.ts';
import { checkSearchExtension } from './search-extension.ts';
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

/** How often it is asked for while another process migrates. */
const lockPollMs = 200;

type MigrateEmbeddedInput = { db: PgliteDatabase<typeof schema>; migrating: Migrating };

/** Brings the embedded database, which only this process has open, to the newest schema. */
export async function migrateEmbedded({ db, migrating }: MigrateEmbeddedInput): Promise<void> {
  const missing = await countMissingMigrations({ db, migrationsFolder });
  if (missing === 0) return;
  if (migrating === 'off') throw new OlderSchemaError(missing);
  await applyMigrations({ db, migrationsFolder, missing });
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
    if (missing > 0 && migrating === 'off') throw new OlderSchemaError(missing);
    if (missing > 0) await migrateAlone({ client, db });
    await checkSearchExtension(db);
  } finally {
    await client.end({ timeout: 5 });
  }
}

type MigrateAloneInput = { client: postgres.Sql; db: ReturnType<typeof drizzle<typeof schema>> };

async function migrateAlone({ client, db }: MigrateAloneInput): Promise<void> {
  // Asked for again and again: an index that is built beside others' work would wait for who waits in a statement.
  for (;;) {
    const [lock] = await client`select pg_try_advisory_lock(${migrationLock}) as taken`;
    if (lock?.taken === true) break;
    await wait(lockPollMs);
  }
  // Another process may have migrated meanwhile, a newer one too.
  const missing = await countMissingMigrations({ db, migrationsFolder });
  if (missing > 0) await applyMigrations({ db, migrationsFolder, missing });
}
