import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { isDangling, isDatabaseAway, isWaitedFor } from '../../api/database-errors.ts';
import { type Database, type OpenDatabase, openDatabase } from '../../db/index.ts';

/** One database for all tests of the worker: opening one takes longer than most test files. */
const shared = globalThis as { campusDeskTestDatabase?: Promise<OpenDatabase> };

/** Children before parents; deleting is much faster than truncating. */
const tables = [
  'message_copies',
  'events',
  'messages',
  'threads',
  'former_threads',
  'idempotency_keys',
  'leases',
  'webhooks',
  'privacy_acts',
  'followers',
  'wave_tickets',
  'waves',
  'helpful_answers',
  'corrections',
  'tickets',
  'search_words',
  'search_people',
  'office_hours',
  'office_closures',
  'working_times',
  'closed_periods',
  'closed_changes',
  'unclosed_counts',
];
const sequences = ['tickets_number_seq', 'events_id_seq', 'corrections_id_seq', 'waves_id_seq'];

const maxAttempts = 5;

/**
 * The migrated database of the tests, empty, counting from 1: embedded in memory, or on the server of
 * TEST_DATABASE_URL.
 */
export async function emptyTestDatabase(): Promise<Database> {
  shared.campusDeskTestDatabase ??= open();
  const { db } = await shared.campusDeskTestDatabase;
  for (let attempt = 1; ; attempt += 1)
    try {
      await db.execute(emptyAll);
      return db;
    } catch (error) {
      // Whoever is still writing about a ticket of the test before finishes in between.
      if (!isInTheWay(error) || attempt === maxAttempts) throw error;
    }
}

/** What was written meanwhile, a row held for a second on a busy machine, or two that wait for each other. */
function isInTheWay(error: unknown): boolean {
  return isDangling(error) || isWaitedFor(error) || isDatabaseAway(error);
}

/** In one statement, which takes 2 ms where one for each table took 12. */
const emptyAll = sql.raw(`do $$ begin
  ${tables.map(table => `delete from ${table};`).join(' ')}
  ${sequences.map(sequence => `perform setval('${sequence}', 1, false);`).join(' ')}
end $$`);

/** Of the same database, a handle whose statements all run in one session. */
export async function testSession(): Promise<Database> {
  shared.campusDeskTestDatabase ??= open();
  return (await shared.campusDeskTestDatabase).session;
}

function open(): Promise<OpenDatabase> {
  const worker = Number(process.env.VITEST_POOL_ID);
  return openDatabase({
    databaseUrl: inject('testDatabaseUrls')?.[worker - 1],
    dataDir: undefined,
    progress: () => {},
  });
}
