import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockedPackages } from '../support/production-packages.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json'));

describe('the version', () => {
  test('is the same in every package, and in the lockfile', () => {
    const ours = readdirSync(join(root, 'packages')).map(name => `packages/${name}`);

    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const folder of ours) {
      expect(JSON.parse(read(`${folder}/package.json`)).version).toBe(version);
      expect(lockedPackages[folder]?.version).toBe(version);
    }
  });

  test('is the newest of the changelog, with its date', () => {
    const [, newest] = /^## (\d+\.\d+\.\d+) – \d{4}-\d{2}-\d{2}$/m.exec(read('CHANGELOG.md')) ?? [];

    expect(newest).toBe(version);
  });

  test('is that of the image in every file that runs one', () => {
    const named = ['compose.yaml', 'kubernetes.yaml'].flatMap(file => [
      ...read(`manifests/${file}`).matchAll(/image: campus-desk:(\S+)/g),
    ]);

    expect(named.length).toBeGreaterThan(6);
    expect(new Set(named.map(([, tag]) => tag))).toEqual(new Set([version]));
  });
});
