import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

  test('is had by exactly one of several processes at once', async () => {
    const lock = JSON.stringify(new URL('../../db/lock.ts', import.meta.url).href);
    const program = `
      const { lockDirectory } = await import(${lock});
      await lockDirectory(${JSON.stringify(folder)}).then(() => console.log('had'), () => console.log('refused'));
      setInterval(() => {}, 1000);`;
    const arguments_ = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', program];
    const children = Array.from({ length: 3 }, () => spawn(process.execPath, arguments_));

    const said = await Promise.all(children.map(child => once(child.stdout, 'data')));

    for (const child of children) child.kill('SIGKILL');
    expect(said.map(([line]) => String(line).trim()).sort()).toEqual(['had', 'refused', 'refused']);
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
