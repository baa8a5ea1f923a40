import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './database.ts';

type ApplyMigrationsInput = {
  db: Database;
  migrationsFolder: string;
  /** How many of the newest are applied. */
  missing: number;
};

type Migration = ReturnType<typeof readMigrationFiles>[number];

/**
 * Applies the newest migrations, each in a transaction of its own, so that what one locks is free before the next one reads
 * all tickets. Recorded as drizzle-kit does it.
 */
export async function applyMigrations(input: ApplyMigrationsInput): Promise<void> {
  const { db, migrationsFolder, missing } = input;
  await db.execute(sql`create schema if not exists drizzle`);
  await db.execute(sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`);
  const migrations = readMigrationFiles({ migrationsFolder });
  for (const migration of migrations.slice(migrations.length - missing)) {
    if (isBesideOthers(migration)) await apply({ db, migration });
    else await db.transaction(tx => apply({ db: tx, migration }));
  }
}

/** PostgreSQL builds an index beside others' work only outside of a transaction; such a migration may run again from its beginning. */
function isBesideOthers({ sql: statements }: Migration): boolean {
  return statements.some(statement => /\bINDEX CONCURRENTLY\b/i.test(statement));
}

async function apply({ db, migration }: { db: Database; migration: Migration }): Promise<void> {
  for (const statement of migration.sql) await db.execute(sql.raw(statement));
  await db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
    values (${migration.hash}, ${migration.folderMillis})`);
}
