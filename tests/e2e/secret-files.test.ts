import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids } from '../../bot/ids.ts';
import { demoCampus, helpdeskChannel } from '../../demo-campus.ts';
import { type SlackMode, slackManifest } from '../../manifests/slack-manifest.ts';
import { eventually } from '../support/eventually.ts';
import { freePortsFor, partPorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';
import { type Program, startProgram } from '../support/program.ts';
import { startReceiver, type WebhookReceiver } from '../support/receiver.ts';

const ada = { id: 'U01ADA', name: 'Ada', role: 'user' } as const;
const apiToken = 'token-of-the-parts';
const metricsToken = 'token-of-prometheus';
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

let folder: string;
const running: Program[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'campus-desk-secrets-'));
});
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Each secret in a file with a line end, as an editor leaves it, and the variables that name the files. */
function asFiles(secrets: Record<string, string>): Record<string, string> {
  const files = Object.entries(secrets).map(([name, secret]) => {
    const file = join(folder, name);
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
    return [`${name}_FILE`, file];
  });
  return Object.fromEntries(files);
}

async function start(words: string[], environment: Record<string, string>): Promise<Program> {
  const program = startProgram({ words, environment });
  running.push(program);
  await program.ready;
  return program;
}

describe.skipIf(!hasPostgres)('secrets in files', () => {
  let postgres: OwnPostgres;
  let receiver: WebhookReceiver;
  let slack: Record<SlackMode, Sandbox>;
  let ports: Record<(typeof partPorts)[number], string>;
  let desk: Program;

  beforeAll(async () => {
    const inMode = async (mode: SlackMode) =>
      startSandbox({
        port: 0,
        host: '127.0.0.1',
        page: false,
        manifest: await slackManifest({ mode, commands: ids.commands }),
        campus: demoCampus,
      });
    const [http, socket] = await Promise.all([inMode('http'), inMode('socket')]);
    slack = { http, socket };
    [postgres, receiver, ports] = await Promise.all([
      startOwnPostgres(),
      startReceiver(),
      freePortsFor(partPorts),
    ]);
    const secrets = {
      SLACK_BOT_TOKEN: http.botToken,
      SLACK_SIGNING_SECRET: http.signingSecret,
      DATABASE_URL: postgres.url,
      DATABASE_READ_URL: postgres.url,
      API_TOKEN: apiToken,
      METRICS_TOKEN: metricsToken,
      WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    };
    const settings = { HELPDESK_CHANNEL: helpdeskChannel, WEBHOOK_URL: receiver.url };
    desk = await start(['main.ts'], {
      ...ports,
      ...settings,
      SLACK_API_URL: http.apiUrl,
      ...asFiles(secrets),
    });
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    for (const sandbox of Object.values(slack ?? {})) await sandbox.stop();
    await receiver.stop();
    await postgres.remove();
  });

  test('are those of every part: Slack, database, API, metrics and webhooks', async () => {
    const api = localUrl(Number(ports.API_PORT));
    slack.http.connectApp(`${localUrl(Number(ports.BOT_PORT))}/slack/events`);
    const client = createClient({ baseUrl: api, token: apiToken });
    const ticket = await client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: '1' });
    const isShown = () => slack.http.snapshot('U05BEN').messages[helpdeskChannel]?.length;

    expect(desk.output()).toContain('Campus Desk is ready');
    expect(await slack.http.verifyRequestUrl()).toBe(true);
    expect((await fetch(`${api}/v1/tickets`)).status).toBe(401);
    expect((await fetch(`${api}/metrics`, bearer(metricsToken))).status).toBe(200);
    expect((await client.listTickets({ role: 'user' })).tickets).toEqual([ticket]);
    await slack.http.until(isShown);
    await eventually(() => expect(receiver.received.length).toBeGreaterThan(0));
  });

  test('let a bot alone into Socket Mode', async () => {
    const { botToken, appToken, apiUrl } = slack.socket;
    const [port] = Object.values(await freePortsFor(['BOT_PORT']));
    const bot = await start(['bot/main.ts'], {
      BOT_PORT: `${port}`,
      API_URL: localUrl(Number(ports.API_PORT)),
      HELPDESK_CHANNEL: helpdeskChannel,
      SLACK_API_URL: apiUrl,
      ...asFiles({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, API_TOKEN: apiToken }),
    });
    await slack.socket.act({
      type: 'command',
      as: ada.id,
      channel: 'C02GENERAL',
      command: '/ticket',
      text: '',
    });

    expect(bot.output()).not.toContain('level');
    expect(slack.socket.snapshot(ada.id).views.length).toBe(1);
  });
});

describe('a secret whose file is wrong', () => {
  test('keeps the program from starting, each with a line that names it and says why', async () => {
    const absent = join(folder, 'absent');
    const empty = join(folder, 'empty');
    writeFileSync(empty, '\n');
    const files = {
      SLACK_BOT_TOKEN_FILE: absent,
      DATABASE_URL_FILE: empty,
      ...asFiles({ API_TOKEN: 'token-of-the-parts' }),
      METRICS_TOKEN_FILE: folder,
    };

    const refused = await start(['main.ts'], { ...files, API_TOKEN: 'another-token' });

    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split('\n')).toEqual([
      `SLACK_BOT_TOKEN_FILE cannot be read: ${absent} does not exist`,
      `DATABASE_URL_FILE names an empty file: ${empty}`,
      'API_TOKEN and API_TOKEN_FILE are both set; keep one of them',
      `METRICS_TOKEN_FILE cannot be read: ${folder} is a folder`,
    ]);
  });

  test('is refused without being shown when it is no such secret', async () => {
    const files = asFiles({ SLACK_APP_TOKEN: 'xoxb-mistaken', DATABASE_URL: 'postgres://desk:p@ss@db' });

    const refused = await start(['main.ts'], files);

    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('SLACK_APP_TOKEN is not an app token; Slack');
    expect(refused.output()).toMatch(/^DATABASE_URL .*in a password @ is %40/m);
    expect(refused.output()).not.toContain('p@ss');
  });
});
