import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a program started by npm', () => {
  let folder: string;
  let npm: ChildProcess | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-npm-'));
  });
  afterAll(async () => {
    npm?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test.skipIf(process.platform === 'win32')(
    'ends with npm, and leaves neither its port nor its data taken',
    async () => {
      const [port] = await freePorts(1);
      const url = `http://127.0.0.1:${port}/healthz`;
      const isUp = () =>
        fetch(url)
          .then(answer => answer.ok)
          .catch(() => false);
      const start = () =>
        spawn('npm', ['run', 'start:api'], {
          cwd: root,
          env: { ...process.env, DATABASE_URL: '', API_TOKEN: '', API_PORT: String(port), DATA_DIR: folder },
          stdio: 'ignore',
        });

      for (const _start of ['first', 'second, over the same data']) {
        npm = start();
        await eventually(async () => expect(await isUp()).toBe(true));
        npm.kill('SIGTERM');
        await once(npm, 'exit');
        await eventually(async () => expect(await isUp()).toBe(false));
      }
    },
  );
});
