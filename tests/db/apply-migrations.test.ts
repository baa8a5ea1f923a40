import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyMigrations } from '../../db/apply-migrations.ts';
import * as schema from '../../db/schema/index.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

describe.skipIf(!hasPostgres)('migrations', () => {
  let server: OwnPostgres;
  let client: postgres.Sql;
  const folders: string[] = [];

  beforeAll(async () => {
    server = await startOwnPostgres();
    client = postgres(server.url, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await client.end();
    await server.remove();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const folderOf = (...migrations: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'campus-desk-migrations-'));
    folders.push(folder);
    mkdirSync(join(folder, 'meta'));
    const entries = migrations.map((_, idx) => ({ idx, tag: `${idx}`, when: idx + 1, breakpoints: true }));
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
    for (const [at, statements] of migrations.entries()) writeFileSync(join(folder, `${at}.sql`), statements);
    return folder;
  };
  const apply = (missing: number, ...migrations: string[]) =>
    applyMigrations({ db: drizzle(client, { schema }), migrationsFolder: folderOf(...migrations), missing });
  const recorded = async () =>
    (await client`select created_at::int as at from drizzle.__drizzle_migrations order by id`).map(
      ({ at }) => at,
    );

  test('hold no lock of the one before, and keep what was done before one that fails', async () => {
    const table = 'create table busy (word text);';
    const column = 'alter table busy add column more text;';
    const unlocked = `do $$ begin
      if exists (select from pg_locks where relation = 'busy'::regclass and mode = 'AccessExclusiveLock') then raise 'locked'; end if;
    end $$;`;
    const half = 'create table half ();--> statement-breakpoint\nselect 1 / 0;';

    await expect(apply(4, table, column, unlocked, half)).rejects.toThrow();

    expect(await recorded()).toEqual([1, 2, 3]);
    expect(await client`select to_regclass('half') as half`).toEqual([{ half: null }]);
    await apply(1, table, column, unlocked, 'create table half ();');
    expect(await recorded()).toEqual([1, 2, 3, 4]);
  });

  test('build an index beside others’ work, and from the beginning where that was broken off', async () => {
    const building =
      'drop index if exists quick;--> statement-breakpoint\ncreate index concurrently quick on slow (word);';
    await client`create table slow (word text)`;
    await client`create index quick on slow (word)`;

    await apply(1, 'select 1;', 'select 1;', 'select 1;', 'select 1;', building);

    expect(
      await client`select indisvalid as "isValid" from pg_index where indexrelid = 'quick'::regclass`,
    ).toEqual([{ isValid: true }]);
  });
});
