import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The newest migration of the last release, 0.1.0: its copies still run while the next release migrates. */
const lastRelease = '0004';

/** The newest migration that may build an index of `tickets` while nobody can write to them. */
const lastPlainIndex = 29;

type Column = { name: string; type: string; notNull: boolean; default?: unknown; identity?: unknown };
type Table = { columns: Record<string, Column>; checkConstraints: object; uniqueConstraints: object };
type Snapshot = { tables: Record<string, Table>; enums: Record<string, { values: string[] }> };

const folder = new URL('../../db/migrations/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const snapshotOf = (index: string): Snapshot => JSON.parse(read(`meta/${index}_snapshot.json`));
const journal: { entries: { idx: number; tag: string }[] } = JSON.parse(read('meta/_journal.json'));
const newest = String(journal.entries.at(-1)?.idx).padStart(4, '0');

describe('while copies of the last release still run, the migrations of the next one', () => {
  const before = snapshotOf(lastRelease);
  const after = snapshotOf(newest);

  test('leave every table and column that they read and write, of the same type', () => {
    expect(columnsOf(after)).toEqual(expect.arrayContaining(columnsOf(before)));
  });

  test('add no column to their tables that they would have to fill', () => {
    const needed = Object.entries(before.tables).flatMap(([table, { columns }]) =>
      Object.values(after.tables[table]?.columns ?? {})
        .filter(({ name, ...column }) => columns[name]?.notNull !== true && mustBeFilled(column))
        .map(({ name }) => `${table}.${name}`),
    );

    expect(needed).toEqual([]);
  });

  test('ask no more of what they write', () => {
    for (const [name, { checkConstraints, uniqueConstraints }] of Object.entries(before.tables))
      expect(after.tables[name]).toMatchObject({ checkConstraints, uniqueConstraints });
    const rules = ({ tables }: Snapshot, key: 'checkConstraints' | 'uniqueConstraints') =>
      Object.keys(before.tables).flatMap(name => Object.keys(tables[name]?.[key] ?? {}));
    for (const key of ['checkConstraints', 'uniqueConstraints'] as const)
      expect(rules(after, key)).toEqual(rules(before, key));
  });

  test('know every value that they write', () => {
    for (const [name, { values }] of Object.entries(before.enums))
      expect(after.enums[name]?.values).toEqual(expect.arrayContaining(values));
  });

  test('rename nothing, and write no table anew', () => {
    const since = journal.entries.filter(({ idx }) => idx > Number(lastRelease));
    const anew = since.filter(({ tag }) =>
      /\bRENAME\b|\bSET DATA TYPE\b|\bVACUUM FULL\b/i.test(read(`${tag}.sql`)),
    );

    expect(since.length).toBeGreaterThan(0);
    expect(anew).toEqual([]);
  });

  test('build the indexes of tickets beside others’ work, in files of their own', () => {
    const building = journal.entries
      .filter(({ idx }) => idx > lastPlainIndex)
      .map(({ tag }) => ({ tag, statements: statementsOf(read(`${tag}.sql`)) }))
      .filter(({ statements }) =>
        statements.some(one => /^CREATE (UNIQUE )?INDEX\b.* ON "tickets"/i.test(one)),
      );
    const locking = building.filter(({ statements }) =>
      statements.some(
        one => !/^(DROP INDEX (CONCURRENTLY )?IF EXISTS|CREATE (UNIQUE )?INDEX CONCURRENTLY)\b/i.test(one),
      ),
    );

    expect(building.length).toBeGreaterThan(0);
    expect(locking.map(({ tag }) => tag)).toEqual([]);
  });
});

function statementsOf(migration: string): string[] {
  const statements = migration.replace(/^--(?!>).*$/gm, '').split('--> statement-breakpoint');
  return statements.map(statement => statement.trim().replace(/\s+/g, ' '));
}

function columnsOf({ tables }: Snapshot): string[] {
  return Object.entries(tables).flatMap(([table, { columns }]) =>
    Object.values(columns).map(({ name, type }) => `${table}.${name}: ${type}`),
  );
}

function mustBeFilled({ notNull, default: standard, identity }: Omit<Column, 'name'>): boolean {
  return notNull && standard === undefined && identity === undefined;
}
