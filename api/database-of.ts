import type { Config } from '@campus-desk/service-kit';

/** What the configuration says of the database, as opening it takes it. */
export function databaseOf(config: Config) {
  return {
    databaseUrl: config.DATABASE_URL,
    readUrl: config.DATABASE_READ_URL,
    caFile: config.DATABASE_CA_FILE,
    poolSize: config.DATABASE_POOL,
    dataDir: config.DATA_DIR,
    migrating: config.MIGRATE,
  };
}
