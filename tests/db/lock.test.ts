import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDirectory } from '../../db/lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campus-desk-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the lock of a directory', () => {
  test('is had by one, and by the next when given back', async () => {
    const unlock = await lockDirectory(folder);
    await expect(lockDirectory(folder)).rejects.toThrow(/^Another instance is using/);

    await unlock();

    await (await lockDirectory(folder))();
  });

  test('is had by exactly one of several at once', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(folder)));

    const won = attempts.filter(attempt => attempt.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value();
  });

  test('is the same under every name of the directory', async () => {
    const unlock = await lockDirectory(folder);

    await expect(lockDirectory(join(folder, '..', folder.split('/').at(-1) ?? ''))).rejects.toThrow();
    await unlock();
  });

  test('does not mind what a killed process left behind', async () => {
    await writeFile(join(folder, 'in-use.sock'), '');

    await (await lockDirectory(folder))();
  });

  test('works in a folder with a very long path', async () => {
    const deep = await mkdtemp(join(folder, 'x'.repeat(120)));

    const unlock = await lockDirectory(deep);

    await expect(lockDirectory(deep)).rejects.toThrow(/^Another instance/);
    await unlock();
  });
});
