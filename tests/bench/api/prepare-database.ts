import { sql } from 'drizzle-orm';
import { fillManyTickets } from '../../../db/demo/index.ts';
import { openDatabase } from '../../../db/index.ts';

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
  const { db, session, close } = await openDatabase({
    databaseUrl: url,
    dataDir: undefined,
    progress: () => {},
  });
  try {
    const progress = (done: number) =>
      done % 250_000 === 0 && note(`  ${done} of ${filled} tickets filled in`);
    if (filled > 0) await fillManyTickets({ db, now: new Date(), count: filled, progress });
    await db.execute(sql`
      insert into tickets (status, description, location, category, category_source, category_confidence, category_unsure,
        category_because, category_model, reporter_id, reporter_name, opened_at, modified_at)
      select 'open', 'The projector of room ' || n || ' is dark, and nobody can see the slides.', 'Library, room ' || n, 'it',
        'auto', 0.9, false, '{projector}', 'bench', 'U' || n, 'Ada Okafor', now(), now()
      from generate_series(1, ${open}::int) as n`);
    await session.execute(sql`set statement_timeout = 0`);
    await session.execute(sql`vacuum analyze`);
  } finally {
    await close();
  }
}
