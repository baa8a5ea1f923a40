import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('run.mjs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'campus-desk-run-'));
    mkdirSync(join(folder, 'packages'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(join(root, 'node_modules/esbuild'), join(folder, 'node_modules/esbuild'));
    copyFileSync(join(root, 'run.mjs'), join(folder, 'run.mjs'));
    write('package.json', '{ "name": "hello", "type": "module" }');
    write('words/word.ts', `export const word: string = 'hello';`);
    write('words/beside.txt', 'from beside');
    write(
      'words/main.ts',
      `import { readFileSync } from 'node:fs';
       import { word } from './word.ts';
       const { filename: name } = import.meta; // "import.meta.url" is only an expression outside of words
       if (!name.endsWith('main.ts') || "import.meta.url".length !== 15) throw new Error(name);
       const beside = readFileSync(new URL('./beside.txt', import.meta.url), 'utf8');
       console.log([word, beside, ...process.argv.slice(2)].join(', '));`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const run = (...words: string[]) => runIn(folder, words);
  const runIn = (cwd: string, words: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['run.mjs', ...words], {
      cwd,
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };

  test('gives a program its arguments, and the files beside its modules', () => {
    expect(run('words/main.ts', '--loud').stdout).toBe('hello, from beside, --loud\n');
    expect(run('words/main.ts', '--again').stdout).toBe('hello, from beside, --again\n');
  });

  test('runs what the sources say now', () => {
    run('words/main.ts');
    write('words/word.ts', `export const word: string = 'goodbye';`);

    expect(run('words/main.ts').stdout).toBe('goodbye, from beside\n');
  });

  test('runs its own sources after the folder was copied with everything in it', () => {
    run('words/main.ts');
    const copy = `${folder}-copy`;
    spawnSync('cp', ['--archive', folder, copy]);
    writeFileSync(join(copy, 'words/beside.txt'), 'from the copy');

    const { stdout } = runIn(copy, ['words/main.ts']);

    rmSync(copy, { recursive: true, force: true });

    expect(stdout).toBe('hello, from the copy\n');
  });

  test('runs in a folder with any name', () => {
    const other = `${folder}-$$x`;
    spawnSync('cp', ['--archive', folder, other]);

    const { stdout } = runIn(other, ['words/main.ts']);
    rmSync(other, { recursive: true, force: true });

    expect(stdout).toBe('hello, from beside\n');
  });

  test('names the line of the source in a stack trace', () => {
    write('words/main.ts', `const known: string = 'x';\nthrow new Error(known);`);

    expect(run('words/main.ts').stderr).toContain('words/main.ts:2:7');
  });

  test('names it where the line was written in another file', () => {
    write(
      'words/word.ts',
      `type Word = string;\n\nexport function word(): Word {\n  throw new Error('x');\n}`,
    );
    write(
      'words/main.ts',
      `import { word } from './word.ts';\nconst said: string = word();\nconsole.log(said);`,
    );

    expect(run('words/main.ts').stderr).toMatch(
      /at word \(\S+words\/word\.ts:4:9\)\n +at \S+words\/main\.ts:2:\d+\n/,
    );
  });

  test('joins the modules of a thread, which needs no loader for them', () => {
    write(
      'words/thread.mjs',
      `if (!process.features.typescript) throw new Error('a loader');\nimport('./word.ts');`,
    );
    write('words/word.ts', `const word: string = 'hello from a thread';\nconsole.log(word);`);
    write(
      'words/main.ts',
      `import { Worker } from 'node:worker_threads';\nnew Worker(new URL('./thread.mjs', import.meta.url));`,
    );

    expect(run('words/main.ts')).toEqual({ status: 0, stdout: 'hello from a thread\n', stderr: '' });
    write('words/word.ts', `const word: string = 'and goodbye';\nconsole.log(word);`);
    expect(run('words/main.ts').stdout).toBe('and goodbye\n');
  });

  test.each([
    [[], 'Say which program: node run.mjs main.ts\n'],
    [['nowhere.ts'], expect.stringMatching(/nowhere\.ts cannot be run: .+/s)],
  ])('says in a sentence what is wrong: %j', (words, stderr) => {
    expect(run(...words)).toEqual({ status: 1, stdout: '', stderr });
  });

  test('says what to do where the joined file cannot be kept', () => {
    write('node_modules/.cache', 'not a folder');

    const { stderr, status } = run('words/main.ts');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^\S+ cannot be written \(E\w+\): run this once as somebody who may\.\n$/);
  });
});
