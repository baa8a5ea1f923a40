import { drizzle } from 'drizzle-orm/postgres-js';
import type { Database } from './database.ts';
import * as schema from './schema/index.ts';

/** A database that is never asked anything: for what describes itself without its data. */
export function unconnectedDatabase(): Database {
  return drizzle.mock({ schema });
}
