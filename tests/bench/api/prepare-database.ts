import { sql } from 'drizzle-orm';
import { fillManyTickets } from '../../../db/demo/index.ts';
import { type Database, openDatabase } from '../../../db/index.ts';
import { onServer } from '../../support/database-server.ts';

type PrepareDatabaseInput = {
  url: string;
  /** Tickets of the two years before, 0.5 % of them not closed. */
  filled: number;
  /** Open tickets besides these, the newest. */
  open?: number;
  note?: (line: string) => void;
};

/** Migrates an empty database and fills it; the statistics of its tables are fresh afterwards. */
export async function prepareDatabase(input: PrepareDatabaseInput): Promise<void> {
  const { url, filled, open = 0, note = () => {} } = input;
  const { db, close } = await openDatabase({ databaseUrl: url, dataDir: undefined, progress: () => {} });
  try {
    const progress = (done: number) =>
      done % 250_000 === 0 && note(`  ${done} of ${filled} tickets filled in`);
    const fill = () => fillManyTickets({ db, now: new Date(), count: filled, progress });
    if (filled > 0) await withoutIndexes({ db, url, work: fill });
    await db.execute(sql`
      insert into tickets (status, description, location, category, category_source, category_confidence, category_unsure,
        category_because, category_model, reporter_id, reporter_name, opened_at, modified_at)
      select 'open', 'The projector of room ' || n || ' is dark, and nobody can see the slides.', 'Library, room ' || n, 'it',
        'auto', 0.9, false, '{projector}', 'bench', 'U' || n, 'Ada Okafor', now(), now()
      from generate_series(1, ${open}::int) as n`);
    // Not as the API asks, which waits a second at most: the server may be vacuuming by itself.
    await onServer({ server: url, statement: 'vacuum analyze' });
  } finally {
    await close();
  }
}

type WithoutIndexesInput = { db: Database; url: string; work: () => Promise<unknown> };

/** Does work while the large tables have no indexes but their keys, and makes them again: many rows are written much sooner. */
async function withoutIndexes({ db, url, work }: WithoutIndexesInput): Promise<void> {
  const indexes = await db
    .select({ name: sql<string>`indexname`, definition: sql<string>`indexdef` })
    .from(sql`pg_indexes`)
    .where(sql`tablename in ('tickets', 'events') and indexdef like 'CREATE INDEX %'`);
  for (const { name } of indexes) await db.execute(sql`drop index ${sql.identifier(name)}`);
  await work();
  const definitions = indexes.map(({ definition }) => definition).join('; ');
  await onServer({ server: url, statement: `set maintenance_work_mem = '1GB'; ${definitions}` });
}
