import { readFile } from 'node:fs/promises';
import { createLogger } from '@campus-desk/service-kit';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { SlackAccess } from '../../../bot/config.ts';
import { checkSlack } from '../../../bot/doctor/check-slack.ts';
import { demoCampus, helpdeskChannel } from '../../../demo-campus.ts';
import { freePorts } from '../../support/free-ports.ts';

const manifest = await readFile(new URL('../../../manifests/slack.socket.yaml', import.meta.url), 'utf8');
const wantedScopes: string[] = parse(manifest).oauth_config.scopes.bot;

describe('checkSlack', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, host: '127.0.0.1', manifest, campus: demoCampus, page: false });
  });
  afterAll(() => sandbox.stop());

  test('finds nothing wrong with an app that is installed and invited', async () => {
    const findings = await check({});

    expect(findings.map(({ about, verdict }) => [about, verdict])).toEqual([
      ['Slack app', 'fine'],
      ['Scopes', 'fine'],
      ['Helpdesk channel', 'fine'],
      ['Socket Mode', 'fine'],
    ]);
    expect(sandbox.snapshot('U01ADA').messages[helpdeskChannel] ?? []).toEqual([]);
  });

  test('says which scopes are missing', async () => {
    const findings = await check({ scopes: [...wantedScopes, 'reactions:write'] });

    expect(findings).toContainEqual({
      about: 'Scopes',
      verdict: 'wrong',
      says: 'The app lacks reactions:write.',
      remedy: 'Update the app from its manifest (npm run manifest -- --help), then install it again.',
    });
  });

  test.each([
    ['C02GENERAL', 'not_in_channel', 'Invite the bot to the channel.'],
    ['C0NOWHERE', 'channel_not_found', 'Check HELPDESK_CHANNEL'],
  ])('says what to do about the channel %s', async (helpdeskChannel, reason, remedy) => {
    const findings = await check({ slack: { helpdeskChannel } });

    expect(findings).toContainEqual({
      about: 'Helpdesk channel',
      verdict: 'wrong',
      says: `Slack does not let the bot into ${helpdeskChannel} (${reason}).`,
      remedy: expect.stringContaining(remedy),
    });
  });

  test('asks about every channel of helpdesk', async () => {
    const findings = await check({
      slack: { helpdeskChannels: { it: 'C02GENERAL', service: helpdeskChannel } },
    });

    expect(findings.filter(({ about }) => about === 'Helpdesk channel')).toMatchObject([
      { verdict: 'fine', says: `The bot is in ${helpdeskChannel}.` },
      { verdict: 'wrong', says: 'Slack does not let the bot into C02GENERAL (not_in_channel).' },
    ]);
  });

  test('stops at a token that Slack refuses', async () => {
    expect(await check({ slack: { botToken: 'xoxb-wrong' } })).toEqual([
      {
        about: 'Slack app',
        verdict: 'wrong',
        says: 'Slack refuses SLACK_BOT_TOKEN (invalid_auth). Install the app again and copy its bot token.',
      },
    ]);
  });

  test('tells an app token that opens no socket', async () => {
    const findings = await check({ slack: { appToken: 'xapp-wrong' } });

    expect(findings).toContainEqual(expect.objectContaining({ about: 'Socket Mode', verdict: 'wrong' }));
  });

  test('tells a Slack that cannot be reached', async () => {
    const [port] = await freePorts(1);

    const [finding] = await check({ slack: { slackApiUrl: `http://127.0.0.1:${port}/api/` } });

    expect(finding).toMatchObject({
      verdict: 'wrong',
      says: expect.stringMatching(/^Slack cannot be reached at/),
    });
  });

  function check(input: { slack?: Partial<SlackAccess>; scopes?: string[] }) {
    const { botToken, appToken, apiUrl: slackApiUrl } = sandbox;
    return checkSlack({
      slack: { botToken, appToken, slackApiUrl, helpdeskChannel, ...input.slack },
      wantedScopes: input.scopes ?? wantedScopes,
      logger: createLogger({ level: 'silent' }),
    });
  }
});
