import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chownSync, constants, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { freePortsFor, partPorts } from '../support/free-ports.ts';
import { valuesOf, wordsOf } from './support/dockerfile.ts';
import { type ImageTree, layImageTree } from './support/image-tree.ts';
import { deploymentsOf, readKubernetes, root } from './support/manifest-files.ts';

/** Only root can start a program as another user; with REQUIRE_ROOT set this is never skipped. */
const cannotChangeUser = process.getuid?.() !== 0 && process.env.REQUIRE_ROOT === undefined;
if (cannotChangeUser)
  process.stdout.write('The tests do not run as root: the command line of the image is not tried out.\n');

describe.skipIf(cannotChangeUser)(
  'in a read-only tree with production dependencies, as an unprivileged user,',
  () => {
    const [uid = 0, gid = 0] = (valuesOf('USER')[0] ?? '').split(':').map(Number);
    // The image has a Node that reads TypeScript as it is; for the oldest one we run on, root joins the modules first.
    const readsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
    const runner = readsTypeScript ? [] : ['run.mjs'];
    const running: ChildProcess[] = [];
    let tree: ImageTree;
    let writable: string;
    let ports: Record<string, string>;

    beforeAll(async () => {
      tree = layImageTree();
      if (!readsTypeScript) joinModules(tree.folder);
      writable = mkdtempSync(join(tmpdir(), 'campus-desk-writable-'));
      chownSync(writable, uid, gid);
      ports = await freePortsFor(['SANDBOX_PORT', ...partPorts]);
    });
    afterAll(() => {
      for (const child of running) child.kill('SIGKILL');
      tree.remove();
      rmSync(writable, { recursive: true, force: true });
    });

    function run(words: string[], more: Record<string, string> = {}) {
      // Nothing of this machine's environment: neither tokens nor a home.
      const env = {
        NODE_ENV: 'production',
        TMPDIR: writable,
        DATA_DIR: join(writable, 'data'),
        ...ports,
        ...more,
      };
      const child = spawn(process.execPath, words, { cwd: tree.folder, uid, gid, env });
      running.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          output += chunk;
        });
      return { child, output: () => output, ended: once(child, 'close').then(([code]) => code) };
    }

    test('the command line of the image runs every part, is found healthy by its own check, and stops when asked', async () => {
      const desk = run([...runner, ...wordsOf('ENTRYPOINT').slice(1), ...wordsOf('CMD')]);
      const [, check = ''] = /CMD (.+)$/.exec(valuesOf('HEALTHCHECK')[0] ?? '') ?? [];
      const [, program = ''] = JSON.parse(check);
      const isHealthy = () => run([program, ports.BOT_PORT ?? '']).ended;

      expect(await isHealthy()).toBe(1);
      await Promise.race([
        eventually(() => expect(desk.output()).toContain('Campus Desk is ready')),
        desk.ended,
      ]);
      expect(desk.output()).toContain('Campus Desk is ready');
      await eventually(async () => expect(await isHealthy()).toBe(0));
      const page = await fetch(`http://127.0.0.1:${ports.SANDBOX_PORT}/`);
      const chart = JSON.stringify({ type: 'bar', data: { labels: ['A'], datasets: [{ data: [1] }] } });
      const drawn = await fetch(`http://127.0.0.1:${ports.CHARTS_PORT}/chart?c=${encodeURIComponent(chart)}`);
      desk.child.kill('SIGTERM');

      expect(page.status).toBe(200);
      expect(drawn.ok ? drawn.headers.get('content-type') : await drawn.text()).toBe('image/png');
      expect(await desk.ended).toBe(0);
    });

    test('every part that Kubernetes starts alone is there', async () => {
      const parts = kubernetesParts();

      const helped = await Promise.all(
        parts.map(async ({ name, args }) => {
          const { output, ended } = run([...runner, ...args, '--help']);
          return { name, code: await ended, isHelp: output().startsWith('npm run start:') };
        }),
      );

      expect(helped).toEqual(parts.map(({ name }) => ({ name, code: 0, isHelp: true })));
    });

    test('a secret that this user may not read is one line', async () => {
      const file = join(writable, 'token-of-root');
      writeFileSync(file, 'token-of-the-parts', { mode: 0o600 });

      const { output, ended } = run([...runner, ...wordsOf('CMD')], { API_TOKEN_FILE: file });

      expect(await ended).toBe(1);
      expect(output()).toBe(`API_TOKEN_FILE cannot be read: ${file} may not be read by this user\n`);
    });

    test('nothing of the tree can be written', async () => {
      const { output, ended } = run(['--eval', "require('node:fs').writeFileSync('main.ts', '')"]);

      expect(await ended).toBe(1);
      expect(output()).toContain('EACCES');
      expect(() => accessSync(join(tree.folder, 'main.ts'), constants.R_OK)).not.toThrow();
    });
  },
);

/** What docs/operations.md has root do once after an install, for every program. */
function joinModules(folder: string): void {
  cpSync(join(root, 'run.mjs'), join(folder, 'run.mjs'));
  for (const [program = ''] of [wordsOf('CMD'), ...kubernetesParts().map(({ args }) => args)])
    execFileSync(process.execPath, ['run.mjs', program, '--help'], { cwd: folder });
}

function kubernetesParts() {
  return deploymentsOf(readKubernetes()).flatMap(({ spec }) => spec.template.spec.containers);
}
