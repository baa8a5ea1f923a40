import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { demoCampus, helpdeskChannel } from '../../demo-campus.ts';
import { freePortsFor, partPorts } from '../support/free-ports.ts';

const program = fileURLToPath(new URL('../../doctor.ts', import.meta.url));
const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));

describe('npm run doctor', () => {
  let sandbox: Sandbox;
  let ports: Record<string, string>;
  beforeAll(async () => {
    const manifest = await readFile(new URL('../../manifests/slack.http.yaml', import.meta.url), 'utf8');
    sandbox = await startSandbox({ port: 0, host: '127.0.0.1', manifest, campus: demoCampus, page: false });
    ports = await freePortsFor(partPorts);
  });
  afterAll(() => sandbox.stop());

  test('finds nothing wrong with an installation that could start', async () => {
    const { code, output } = await examine(slack());

    expect(output).toContain('ok     Slack app');
    expect(output).toContain('ok     Helpdesk channel');
    expect(output).toContain('ok     Time zone         Europe/Rome');
    expect(output).toMatch(/\nNothing is wrong\.\n$/);
    expect(code).toBe(0);
  });

  test('counts the problems, and says so with its exit code', async () => {
    const { code, output } = await examine({ ...slack(), HELPDESK_CHANNEL: 'C02GENERAL' });

    expect(output).toContain('WRONG  Helpdesk channel  Slack does not let the bot into C02GENERAL');
    expect(output).toContain('Invite the bot to the channel.');
    expect(output).toMatch(/\n1 problem\.\n$/);
    expect(code).toBe(1);
  });

  test('says the same to programs with --json', async () => {
    const { code, output } = await examine({ ...slack(), HELPDESK_CHANNEL: 'C02GENERAL' }, ['--json']);

    const { problems, findings } = JSON.parse(output);
    expect({ code, problems }).toEqual({ code: 1, problems: 1 });
    expect(findings.filter(({ verdict }: { verdict: string }) => verdict === 'wrong')).toEqual([
      {
        about: 'Helpdesk channel',
        verdict: 'wrong',
        says: expect.stringContaining('C02GENERAL'),
        remedy: 'Invite the bot to the channel.',
      },
    ]);
  });

  test('says every line of the campus file that would stop the start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'campus-desk-doctor-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [good, wrong] = [join(folder, 'good.yaml'), join(folder, 'wrong.yaml')];
    await writeFile(good, 'name: University of Example\n');
    await writeFile(wrong, 'name: University of Example\nplaces: none\nanswers: 5\n');

    expect((await examine({ CAMPUS_FILE: good })).output).toContain(`ok     Campus file       ${good}`);
    const { code, output } = await examine({ CAMPUS_FILE: wrong });

    expect(output).toContain('WRONG  Campus file       wrong.yaml, line 2: places: is no list');
    expect(output).toContain('WRONG  Campus file       wrong.yaml, line 3: answers: is no list');
    expect(output).toMatch(/\n2 problems\.\n$/);
    expect(code).toBe(1);
  });

  function slack(): Record<string, string> {
    return {
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_SIGNING_SECRET: sandbox.signingSecret,
      SLACK_API_URL: sandbox.apiUrl,
      HELPDESK_CHANNEL: helpdeskChannel,
      ALLOW_EMBEDDED: '1',
    };
  }

  type Examined = { code: number; output: string };

  function examine(environment: Record<string, string>, args: string[] = []): Promise<Examined> {
    const nothingSet = {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      DATABASE_URL: '',
      API_TOKEN: '',
      API_URL: '',
    };
    const env = {
      ...process.env,
      ...nothingSet,
      ...ports,
      DATA_DIR: tmpdir(),
      CAMPUS_TIME_ZONE: 'Europe/Rome',
      ...environment,
    };
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        [runner, program, ...args],
        { env },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }
});
