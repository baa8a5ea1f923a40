import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const fileOf = (mode: string) => parse(readFileSync(join(root, 'manifests', `slack.${mode}.yaml`), 'utf8'));

describe('npm run manifest', () => {
  test('prints the manifest of Socket Mode when nothing is asked for', async () => {
    const { code, stdout, stderr } = await run([]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(parse(stdout)).toEqual(fileOf('socket'));
  });

  test('puts names and address into every place, and changes nothing else', async () => {
    const args = [
      '--url',
      'https://desk.uni.example/',
      '--ticket-command',
      '/desk',
      '--stats-command',
      '/figures',
    ];

    const { stdout } = await run(args);

    const renamed = JSON.stringify(fileOf('http'))
      .replaceAll('desk.example.edu', 'desk.uni.example')
      .replaceAll('"/ticket"', '"/desk"')
      .replaceAll('"/stats"', '"/figures"');
    expect(parse(stdout)).toEqual(JSON.parse(renamed));
    expect(readManifest(stdout).eventsUrl).toBe('https://desk.uni.example/slack/events');
    expect(stdout).not.toContain('desk.example.edu');
  });

  test('takes the names from the environment, and an address with its path', async () => {
    const environment = { TICKET_COMMAND: '/desk', STATS_COMMAND: '' };

    const { stdout } = await run(['--url', 'https://uni.example/desk/slack/events'], environment);

    const { commands, interactivityUrl } = readManifest(stdout);
    expect(commands.map(({ command }) => command)).toEqual(['/desk', '/stats']);
    expect(interactivityUrl).toBe('https://uni.example/desk/slack/events');
  });

  test('makes an app for a whole organization', async () => {
    const { stdout } = await run(['--org']);

    expect(parse(stdout).settings.org_deploy_enabled).toBe(true);
    const { botEvents, scopes } = readManifest(stdout);
    expect(botEvents).toContain('channel_id_changed');
    expect(scopes).toEqual(expect.arrayContaining(['channels:read', 'groups:read']));
  });

  test.each([
    [
      ['--mode', 'http'],
      'HTTP mode needs the public address of the bot. Add --url https://desk.example.edu.',
    ],
    [['--mode', 'pigeon'], '--mode pigeon is not a mode. Write --mode socket or --mode http.'],
    [
      ['--mode', 'socket', '--url', 'https://desk.example.edu'],
      'Socket Mode takes no address. Leave out --url, or --mode socket.',
    ],
    [
      ['--url', 'http://desk.example.edu'],
      '--url http://desk.example.edu is not an address for Slack. Write one such as https://desk.example.edu.',
    ],
    [
      ['--ticket-command', 'My Desk'],
      'TICKET_COMMAND is not a command; write one such as /campus-ticket: at most 32 of a-z, 0-9, - and _',
    ],
    [['https://desk.example.edu'], /^Unexpected argument 'https:\/\/desk\.example\.edu'/],
  ])('refuses %j in one line', async (args, line) => {
    const { code, stdout, stderr } = await run(args);

    expect(stderr).toEqual(typeof line === 'string' ? `${line}\n` : expect.stringMatching(line));
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      code: 1,
      stdout: '',
      lines: 1,
    });
  });

  test('says how it is used', async () => {
    const { stdout } = await run(['--help']);

    for (const option of ['--mode', '--url', '--ticket-command', '--stats-command', '--org'])
      expect(stdout).toContain(option);
  });
});

type Ran = { code: number; stdout: string; stderr: string };

function run(args: string[], environment: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, TICKET_COMMAND: '', STATS_COMMAND: '', ...environment };
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [join(root, 'run.mjs'), join(root, 'manifest.ts'), ...args],
      { cwd: tmpdir(), env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
