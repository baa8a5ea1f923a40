import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolder } from './migrate.ts';
import { connectTo, type Server } from './server.ts';

/** Version and migrations of a PostgreSQL server; reads only. Throws when it cannot be reached or refuses the user. */
export async function inspectServer(
  server: Server,
): Promise<{ version: string; appliedMigrations: number; knownMigrations: number }> {
  const client = connectTo({ server, max: 1, connect_timeout: 5 });
  try {
    const [server] = await client<{ version: string; hasMigrations: boolean }[]>`
      select current_setting('server_version') as version,
             to_regclass('drizzle.__drizzle_migrations') is not null as "hasMigrations"`;
    const [applied] = server?.hasMigrations
      ? await client<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`
      : [];
    return {
      version: server?.version ?? '',
      appliedMigrations: applied?.count ?? 0,
      knownMigrations: readMigrationFiles({ migrationsFolder }).length,
    };
  } finally {
    await client.end({ timeout: 5 });
  }
}
