import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** The database handle that everything in the API receives; a transaction fits too. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type OpenDatabase = {
  db: Database;
  /** The same database over connections of its own, for what must get through when all others are taken. */
  reserved: Database;
  /** A handle whose statements all run in one database session: its locks last as long as this process does. */
  session: Database;
  /** A copy on another server, some moments behind, for what only reads; missing where none is named. */
  replica?: Database;
  /** Where the data lives, for people: never with a password. */
  location: string;
  close: () => Promise<void>;
};
