import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './database.ts';

/** A newer program has migrated this database: what an older one writes there may be wrong. */
export class NewerSchemaError extends Error {
  constructor() {
    super(
      'A newer Campus Desk has used this database. Start that version again, or restore the backup from before the update.',
    );
    this.name = 'NewerSchemaError';
  }
}

type CountMissingMigrationsInput = { db: Database; migrationsFolder: string };

/**
 * How many of this program's migrations a database lacks, by reading alone; throws `NewerSchemaError` when it has one
 * that is newer than all of them.
 */
export async function countMissingMigrations(input: CountMissingMigrationsInput): Promise<number> {
  const { db, migrationsFolder } = input;
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  const [found] = await db
    .select({ hasMigrations: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null` })
    .from(sql`(values (1)) as one`);
  if (!found?.hasMigrations) return known.length;

  const [applied] = await db
    .select({ newest: sql`coalesce(max(created_at), 0)`.mapWith(Number) })
    .from(sql`drizzle.__drizzle_migrations`);
  const newest = applied?.newest ?? 0;
  if (newest > Math.max(...known)) throw new NewerSchemaError();
  return known.filter(at => at > newest).length;
}
