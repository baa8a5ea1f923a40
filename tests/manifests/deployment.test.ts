import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentVariables, readConfig } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { eventsPath } from '../../bot/ids.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, 'manifests', file), 'utf8');

describe('the systemd unit', () => {
  const unit = read('campus-desk.service');

  test('sets only variables that are read, secrets as files', () => {
    const names = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name ?? '');
    const ours = names.filter(name => !name.startsWith('NODE_'));

    expect(ours.length).toBeGreaterThan(0);
    for (const name of ours) {
      expect(name).toMatch(/_FILE$/);
      expect(environmentVariables).toContain(name.replace(/_FILE$/, ''));
    }
  });

  test('loads every credential that a variable names, and no others', () => {
    const loaded = [...unit.matchAll(/^LoadCredential=([\w-]+):/gm)].map(([, name]) => name);
    const named = [...unit.matchAll(/=%d\/([\w-]+)$/gm)].map(([, name]) => name);

    expect(named).toEqual(loaded);
  });

  test('starts a program that exists, without npm', () => {
    const [, program] = unit.match(/^ExecStart=\/usr\/bin\/node (\S+)$/m) ?? [];

    expect(existsSync(join(root, program ?? 'none'))).toBe(true);
  });

  test.skipIf(!existsSync('/usr/bin/systemd-analyze'))('is accepted by systemd', () => {
    const folder = mkdtempSync(join(tmpdir(), 'campus-desk-unit-'));
    const file = join(folder, 'campus-desk.service');
    // The machine that tests may keep Node and the program elsewhere.
    const here = unit.replaceAll('/usr/bin/node', process.execPath).replaceAll('/opt/campus-desk', root);
    writeFileSync(file, here);

    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    expect(stderr.split('\n').filter(line => line.includes('campus-desk.service'))).toEqual([]);
  });
});

test('the Caddyfile lets Slack’s deliveries through to the bot’s port, and nothing else', () => {
  const text = read('Caddyfile');

  expect([...text.matchAll(/^\s*path (.+)$/gm)].map(([, path]) => path)).toEqual([eventsPath]);
  expect([...text.matchAll(/reverse_proxy (.+)$/gm)].map(([, to]) => to)).toEqual([
    `127.0.0.1:${readConfig({}).BOT_PORT}`,
  ]);
  expect(text).toMatch(/handle \{\s*respond 404\s*\}/);
});

const caddy = '/usr/bin/caddy';

test.skipIf(!existsSync(caddy))('the Caddyfile is accepted by Caddy', () => {
  const args = ['validate', '--adapter', 'caddyfile', '--config', join(root, 'manifests/Caddyfile')];

  const { status, stderr } = spawnSync(caddy, args, { encoding: 'utf8' });

  expect(stderr.split('\n').filter(line => /error/i.test(line))).toEqual([]);
  expect(status).toBe(0);
});
