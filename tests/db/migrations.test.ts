import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventTypes, statuses } from '@campus-desk/contract';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { migrateServer, migrationsFolder } from '../../db/migrate.ts';
import { countMissingMigrations } from '../../db/missing-migrations.ts';
import * as schema from '../../db/schema/index.ts';
import { emptyTestDatabase } from '../support/database.ts';
import { createDatabase } from '../support/database-server.ts';

const folder = new URL('../../db/migrations/', import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
const drizzleKit = fileURLToPath(new URL('bin.cjs', import.meta.resolve('drizzle-kit')));
const quote = (list: readonly string[]) => list.map(item => `'${item}'`).join(', ');
const read = async (file: string) => JSON.parse(await readFile(new URL(file, folder), 'utf8'));

describe('the migrations', () => {
  test('make exactly what the schema says', async () => {
    const journal: { entries: { idx: number }[] } = await read('meta/_journal.json');
    const newest = String(journal.entries.at(-1)?.idx).padStart(4, '0');
    const migrated = await read(`meta/${newest}_snapshot.json`);

    const missing = await generateMigration(migrated, generateDrizzleJson(schema, migrated.id));

    expect(missing, 'run npm run db:generate').toEqual([]);
  });

  test("are generated with the contract's lists, which drizzle-kit can load", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [drizzleKit, 'export'], { cwd: root });

    expect(stdout).toContain(`TYPE "public"."status" AS ENUM(${quote(statuses)});`);
    expect(stdout).toContain(`TYPE "public"."event_type" AS ENUM(${quote(eventTypes)});`);
  });

  const server = process.env.TEST_DATABASE_URL;
  test.skipIf(!server)(
    '[needs TEST_DATABASE_URL] run once when several processes start at once',
    async () => {
      const { url, drop } = await createDatabase(server ?? '');

      await Promise.all(
        Array.from({ length: 5 }, () => migrateServer({ databaseUrl: url, migrating: 'auto' })),
      );

      const client = postgres(url, { max: 1 });
      const { entries } = await read('meta/_journal.json');
      const [{ count } = { count: 0 }] = await client`select count(*)::int from drizzle.__drizzle_migrations`;
      expect(count).toBe(entries.length);
      await client.end();
      await drop();
    },
  );

  test('that a database lacks are counted', async () => {
    const db = await emptyTestDatabase();
    const undone = new Error('so that nothing of it stays');
    let missing: number | undefined;
    const looking = db.transaction(async tx => {
      await tx.execute(sql`delete from drizzle.__drizzle_migrations
        where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
      missing = await countMissingMigrations({ db: tx, migrationsFolder });
      throw undone;
    });

    await expect(looking).rejects.toThrow(undone);
    expect(missing).toBe(1);
    expect(await countMissingMigrations({ db, migrationsFolder })).toBe(0);
  });

  test('of a newer program keep an older one from starting, in one line', async () => {
    const db = await emptyTestDatabase();
    const newer = sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`;
    const refused = await db.transaction(async tx => {
      await tx.execute(newer);
      const error = await countMissingMigrations({ db: tx, migrationsFolder }).catch(thrown => thrown);
      await tx.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'newer'`);
      return error;
    });

    expect(refused.message).toMatch(/^A newer Campus Desk has used this database\. .*$/);
    expect(await countMissingMigrations({ db, migrationsFolder })).toBe(0);
  });
});
