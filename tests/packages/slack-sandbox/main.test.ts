import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from 'slack-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testManifest } from './support/manifest.ts';
import { createOpened } from './support/opened.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const otherCampus = `
name: Acme
people:
  - { id: U1EVE, name: eve, realName: Eve Stone, title: Engineer }
channels:
  - { id: C1OPS, name: ops, hasApp: true }
`;

describe('npm run start:sandbox', () => {
  const opened = createOpened();
  let directory: string;
  let manifest: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
    manifest = join(directory, 'manifest.yaml');
    writeFileSync(manifest, testManifest());
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** A process of its own takes seconds to start on a busy machine. */
  const patience = 30_000;

  const start = (args: string[], { program = 'sandbox.ts', ...environment }: Record<string, string> = {}) => {
    const env = { ...process.env, DATA_DIR: directory, SANDBOX_PORT: '0', ...environment };
    const child = spawn(process.execPath, ['run.mjs', program, ...args], {
      cwd: root,
      env,
    });
    let text = '';
    const ended = new Promise<number | null>(resolve => child.on('close', code => resolve(code)));
    const printed = (awaited: string) =>
      new Promise<void>(resolve => {
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk: Buffer) => {
            text += chunk.toString('utf8');
            if (text.includes(awaited)) resolve();
          });
        }
      });
    opened({
      async stop() {
        child.kill('SIGKILL');
        await ended;
      },
    });
    return { child, ended, printed, output: () => text };
  };

  test(
    'it prints what a bot needs and stops when asked',
    async () => {
      const { child, ended, printed, output } = start(['--manifest', manifest]);
      await printed('unless the manifest turns Socket Mode on.');

      child.kill('SIGTERM');

      expect(await ended).toBe(0);
      expect(output()).toMatch(/\nGoodbye\. .+\n$/);
      expect(output()).toMatch(
        /SLACK_BOT_TOKEN=xoxb-\S+\nSLACK_SIGNING_SECRET=\w+\nSLACK_APP_TOKEN=xapp-\S+\nSLACK_API_URL=http:\S+\/api\/\nHELPDESK_CHANNEL=C01HELPDESK\n/,
      );
    },
    patience,
  );

  test(
    'for any other app it takes a manifest and a campus, and asks for the manifest when none is named',
    async () => {
      const program = 'packages/slack-sandbox/main.ts';
      const campus = join(directory, 'campus.yaml');
      writeFileSync(campus, otherCampus);
      writeFileSync(manifest, testManifest({ events: ['message.im', 'channel_rename'] }));

      const { child, ended, printed, output } = start(['--manifest', manifest, '--campus', campus], {
        program,
      });
      await printed('unless the manifest turns Socket Mode on.');
      const [, url] = /is ready: (\S+)/.exec(output()) ?? [];
      const state = await fetch(`${url}/sandbox/state`).then(response => response.text());
      child.kill('SIGTERM');
      await ended;
      const without = start([], { program });
      await without.printed('\n');

      expect(JSON.parse(state)).toMatchObject({ team: { name: 'Acme' }, me: { id: 'U1EVE' }, tour: [] });
      expect(output()).not.toContain('HELPDESK_CHANNEL');
      expect(output()).toContain('The manifest subscribes to what never happens here: channel_rename.\n');
      expect(await without.ended).toBe(1);
      expect(without.output()).toBe("Name the app's manifest with --manifest FILE.\n");
    },
    patience,
  );

  test(
    'it listens on this machine only, unless it is told on its command line',
    async () => {
      /** From another address of this machine, at which only a server that listens everywhere is found. */
      const isOpen = ({ output }: ReturnType<typeof start>) => {
        const [, port] = /is ready: http:\/\/127.0.0.1:(\d+)/.exec(output()) ?? [];
        const socket = connect(Number(port), '127.0.0.2');
        opened({ stop: async () => void socket.destroy() });
        return once(socket, 'connect').then(
          () => true,
          () => false,
        );
      };
      const closed = start(['--manifest', manifest], { HOST: '0.0.0.0' });
      const open = start(['--manifest', manifest, '--host', '0.0.0.0'], {
        DATA_DIR: join(directory, 'open'),
      });
      await Promise.all(
        [closed, open].map(({ printed }) => printed('unless the manifest turns Socket Mode on.')),
      );

      expect(await isOpen(closed)).toBe(false);
      expect(await isOpen(open)).toBe(true);
      expect(closed.output()).toContain(
        'HOST is 0.0.0.0, but the sandbox knows no login: it listens on this machine only, unless you say --host 0.0.0.0.\n',
      );
      expect(open.output()).toContain('Whoever reaches 0.0.0.0 can act as anybody here');
    },
    patience,
  );

  test(
    'a taken port is one clear line',
    async () => {
      const other = createServer();
      await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;

      const { ended, printed, output } = start(['--manifest', manifest], { SANDBOX_PORT: String(port) });
      await printed('\n');

      expect(await ended).toBe(1);
      expect(output()).toBe(`Port ${port} is taken: stop what runs there or set SANDBOX_PORT.\n`);
      other.close();
    },
    patience,
  );
});

describe('the sandbox’s settings', () => {
  test('nothing is required, and an empty value is an unset one', () => {
    expect(readSettings({ SANDBOX_PORT: '', HOST: '0.0.0.0' })).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      botPort: 3001,
    });
  });

  test('each wrong value is one line', () => {
    const read = () => readSettings({ SANDBOX_PORT: 'many', BOT_PORT: '70000' });

    expect(read).toThrow('SANDBOX_PORT must be a port, such as 3000\nBOT_PORT must be a port, such as 3000');
  });
});
