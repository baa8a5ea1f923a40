import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/index.ts';

/** What a database consists of before anything of ours is in it. */
const parts = {
  columns: `select c.relname || '.' || a.attname || ' ' || a.atttypid::regtype as one from pg_attribute a
    join pg_class c on c.oid = a.attrelid where c.relnamespace = 'pg_catalog'::regnamespace`,
  types: `select typname as one from pg_type where typnamespace = 'pg_catalog'::regnamespace`,
  operators: `select oid::regoperator::text as one from pg_operator`,
  settings: `select name || ' = ' || setting as one from pg_settings
    where name in ('server_encoding', 'TimeZone', 'server_version', 'default_text_search_config', 'fsync')`,
  database: `select concat_ws(' ', datcollate, datctype, datlocprovider, pg_encoding_to_char(encoding)) as one
    from pg_database where datname = current_database()`,
};

describe('an embedded database that is unpacked', () => {
  let folder: string;
  let opened: Awaited<ReturnType<typeof openDatabase>>;
  let made: PGlite;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-embedded-'));
    opened = await openDatabase({ databaseUrl: undefined, dataDir: folder, progress: () => undefined });
    made = await PGlite.create({ extensions: { pg_trgm } });
    await made.exec('create extension pg_trgm');
  });
  afterAll(async () => {
    await Promise.all([opened.close(), made.close()]);
    await rm(folder, { recursive: true });
  });

  const namesIn = ({ rows }: { rows: unknown[] }) => rows.map(row => (row as { one: string }).one).toSorted();

  test.each(Object.entries(parts))('has the %s that initdb makes', async (_what, query) => {
    const expected = namesIn(await made.query(query));
    // PGlite answers in its own shape, not in that of a server.
    const found = (await opened.db.execute(sql.raw(query))) as unknown as { rows: unknown[] };

    expect(expected).not.toEqual([]);
    expect(namesIn(found)).toEqual(expected);
  });

  test.each(['a-file', 'a-file/data'])('says that %s is no folder for it', async name => {
    await writeFile(join(folder, 'a-file'), '');
    const dataDir = join(folder, name);

    const opening = openDatabase({ databaseUrl: undefined, dataDir, progress: () => undefined });

    await expect(opening).rejects.toThrow(
      `${dataDir} cannot be written to. Choose another folder with DATA_DIR, or set DATABASE_URL.`,
    );
  });
});
