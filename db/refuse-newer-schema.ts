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

type RefuseNewerSchemaInput = { db: Database; migrationsFolder: string };

/** Throws `NewerSchemaError` when the database has a migration that is newer than all of this program's. */
export async function refuseNewerSchema({ db, migrationsFolder }: RefuseNewerSchemaInput): Promise<void> {
  const [found] = await db
    .select({ hasMigrations: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null` })
    .from(sql`(values (1)) as one`);
  if (!found?.hasMigrations) return;

  const [applied] = await db
    .select({ newest: sql`coalesce(max(created_at), 0)`.mapWith(Number) })
    .from(sql`drizzle.__drizzle_migrations`);
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  if ((applied?.newest ?? 0) > Math.max(...known)) throw new NewerSchemaError();
}
