import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../../packages/categoriser/main.ts', import.meta.url));
const runner = fileURLToPath(new URL('../../../run.mjs', import.meta.url));

describe('npm run categoriser', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-categoriser-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('evaluate --json measures a file and answers each of its rows', async () => {
    const file = join(folder, 'reports.csv');
    await writeFile(file, 'text,category,tag\nno wifi in the library,it,plain\n"hello, all",,nothing\n');

    const { code, output } = await run('evaluate', file, '--json');

    expect(code).toBe(0);
    const { accuracy, nothingReported, times, rows } = JSON.parse(output);
    expect({ accuracy, nothingReported }).toEqual({ accuracy: 1, nothingReported: { asked: 1, of: 1 } });
    expect(Object.keys(times)).toEqual(['loadMs', 'medianMs', 'p95Ms']);
    expect(rows[0]).toEqual({
      category: 'it',
      confidence: expect.any(Number),
      secondCategory: expect.any(String),
      unsure: false,
      because: expect.arrayContaining(['wifi']),
    });
  });

  it('explain answers a person in sentences, and a program with --json', async () => {
    const { output } = await run('explain', 'no wifi in the library');
    const { output: json } = await run('explain', 'no wifi in the library', '--json');

    expect(output).toMatch(/^Technical IT, with a confidence of \d+ %; else .+\.\nBecause of: .*wifi/);
    expect(JSON.parse(json)).toMatchObject({ category: 'it', unsure: false });
  });

  it('evaluate --corrections tells what a correction does to other texts', async () => {
    const [file, corrected] = [join(folder, 'near.csv'), join(folder, 'corrected.csv')];
    await writeFile(file, 'text,category\nzamboni wedged,service\nno wifi in the library,it\n');
    await writeFile(corrected, 'text,category\nthe zamboni is wedged again,service\n');

    const { output } = await run('evaluate', file, '--corrections', corrected);

    expect(output).toMatch(/^corrected +1,[^\n]*\nother texts, right before +1 of 2\nright now +2 of 2\n/);
    expect(output).toMatch(/in all +better 1, worse 0/);
  });

  it('a file that is not there is one line and the exit code 1', async () => {
    const file = join(folder, 'missing.csv');

    expect(await run('evaluate', file)).toEqual({ code: 1, output: `The file ${file} cannot be read.\n` });
  });

  function run(...words: string[]): Promise<{ code: number; output: string }> {
    return new Promise(resolve => {
      const child = execFile(process.execPath, [runner, program, ...words], (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }
});
