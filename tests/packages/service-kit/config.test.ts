import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@campus-desk/service-kit';
import { afterAll, describe, expect, test } from 'vitest';

const problemsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [error];
  }
};

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      DATA_DIR: './data',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      SANDBOX_PORT: 3000,
      BOT_PORT: 3001,
      API_PORT: 3002,
      API_URL: 'http://127.0.0.1:3002',
      SLACK_API_URL: 'https://slack.com/api/',
      CAMPUS_TIME_ZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  test('reads a channel per category', () => {
    expect(readConfig({ HELPDESK_CHANNELS: 'facility:C1, it:C2' }).HELPDESK_CHANNELS).toEqual({
      facility: 'C1',
      it: 'C2',
    });
  });

  test('takes an empty or blank value for an unset one', () => {
    expect(readConfig({ API_PORT: '', HOST: ' ', DATABASE_URL: '', API_TOKEN: '' })).toEqual(readConfig({}));
  });

  test('takes a database on several hosts, with a port and TLS', () => {
    const DATABASE_URL = 'postgres://ann:s%40crt@one:5433,two,[::1]:5432/desk?sslmode=verify-full';

    expect(readConfig({ DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL);
  });

  test('finds the API at its port unless told otherwise', () => {
    expect(readConfig({ API_PORT: '4002' }).API_URL).toBe('http://127.0.0.1:4002');
    expect(readConfig({ API_PORT: '4002', API_URL: 'http://api:3002' }).API_URL).toBe('http://api:3002');
  });

  test.each([
    [{ HOST: '10.0.0.5', API_TOKEN: 'a-long-secret' }, 'http://10.0.0.5:3003'],
    [{ HOST: '::1' }, 'http://[::1]:3003'],
    [{ HOST: '0.0.0.0', API_TOKEN: 'a-long-secret' }, 'http://127.0.0.1:3003'],
    [{ HOST: '10.0.0.5' }, 'http://127.0.0.1:3003'],
  ])('with %j a part is looked for where it listens', (given, url) => {
    expect(readConfig(given).BACKLOG_URL).toBe(url);
  });

  test('says everything that is wrong, a line each', () => {
    expect(problemsOf({ API_PORT: 'x', DATABASE_URL: 'mysql://x', CAMPUS_TIME_ZONE: 'Mars/Base' })).toEqual([
      'DATABASE_URL is not a database address; write postgres://user:password@host/name',
      'API_PORT is not a port; write a number such as 3000',
      'CAMPUS_TIME_ZONE is not a time zone; write an IANA name such as Europe/Rome',
    ]);
  });

  test.each([
    // Node 22 and later know it.
    [
      { CAMPUS_TIME_ZONE: '+01:00' },
      'CAMPUS_TIME_ZONE is not a time zone; write an IANA name such as Europe/Rome',
    ],
    [{ API_PORT: '0' }, 'API_PORT is not a port; write a number from 1 to 65535'],
    [{ API_PORT: '65536' }, 'API_PORT is not a port; write a number from 1 to 65535'],
    [{ API_PORT: '30.5' }, 'API_PORT is not a port; write a whole number'],
    [{ API_URL: 'api:3002' }, 'API_URL is not an address; write one such as http://127.0.0.1:3002'],
    [{ API_TOKEN: 'short' }, 'API_TOKEN is too short; use at least 8 characters'],
    [{ SLACK_APP_TOKEN: 'xoxb-1' }, "SLACK_APP_TOKEN is not an app token; Slack's begin with xapp-"],
    [{ DIGEST_CRON: 'daily' }, 'DIGEST_CRON is not a schedule; write one such as 0 9 * * 1-5, or off'],
    [
      { HELPDESK_CHANNELS: 'wifi:C1' },
      'HELPDESK_CHANNELS names “wifi”; the categories are facility, it, service',
    ],
    [
      { HELPDESK_CHANNELS: 'it:#it' },
      'HELPDESK_CHANNELS names no channel id for it; write one such as it:C0123ABCD',
    ],
    [{ HELPDESK_CHANNELS: 'it:C1,it:C2' }, 'HELPDESK_CHANNELS names a category twice; each has one channel'],
    [
      { DATABASE_URL: 'postgres://ann:p@ss@host/desk' },
      'DATABASE_URL is not a database address; in a password @ is %40, / is %2F, : is %3A and % is %25',
    ],
    [
      { DATABASE_READ_URL: 'postgres://replica/desk' },
      'DATABASE_READ_URL names a copy for reading; name the database itself in DATABASE_URL',
    ],
    [{ DATABASE_POOL: '0' }, 'DATABASE_POOL is not a number of connections; write one from 1 to 500'],
    [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL is not a number of connections; write one from 1 to 500'],
    [
      { TICKET_EMOJI: 'the ticket' },
      'TICKET_EMOJI is not the name of an emoji; write one such as ticket, or off',
    ],
    [{ MIGRATE: 'no' }, 'MIGRATE is not a choice; write auto or off'],
    [{ ALLOW_EMBEDDED: 'yes' }, 'ALLOW_EMBEDDED is not a choice; write 1 to allow it'],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not a level; write one of fatal, error, warn/],
    [{ TICKET_COMMAND: 'ticket' }, /^TICKET_COMMAND is not a command; write one such as \/campus-ticket: /],
    [{ STATS_COMMAND: '/Stats' }, /^STATS_COMMAND is not a command; write one such as \/campus-stats: /],
    [{ TICKET_COMMAND: `/${'t'.repeat(32)}` }, /^TICKET_COMMAND is not a command/],
    [
      { TICKET_COMMAND: '/stats' },
      'STATS_COMMAND is the name of TICKET_COMMAND too; each command needs its own',
    ],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT is not a format; write json or pretty'],
    [{ HELPDESK_CHANNEL: '#helpdesk' }, /^HELPDESK_CHANNEL is not a channel id/],
  ])('%j is refused', (environment, line) => {
    expect(problemsOf(environment as Record<string, string>)).toEqual([
      typeof line === 'string' ? line : expect.stringMatching(line),
    ]);
  });

  test.each(['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])('with %s alone starts no sandbox', name => {
    expect(problemsOf({ [name]: 'xapp-1' })).toEqual([
      `SLACK_BOT_TOKEN is missing; ${name} is set, and Slack takes both (without Slack leave out ${name})`,
    ]);
  });

  test('with Slack needs the channel and a way in', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1' };

    expect(problemsOf(slack)).toEqual([
      expect.stringMatching(/^HELPDESK_CHANNEL is missing/),
      expect.stringMatching(/^SLACK_SIGNING_SECRET is missing/),
    ]);
    expect(problemsOf({ ...slack, HELPDESK_CHANNEL: 'C1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
    expect(problemsOf({ ...slack, HELPDESK_CHANNEL: 'C1', SLACK_SIGNING_SECRET: 's' })).toEqual([]);
  });
});

describe('a secret named as a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'campus-desk-secrets-'));
  const file = join(folder, 'secret');
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'DATABASE_URL', 'API_TOKEN'])(
    '%s is read from it without its line end, and checked as usual',
    name => {
      writeFileSync(file, 'short\n');

      const byFile = problemsOf({ [`${name}_FILE`]: file });

      expect(byFile).toEqual(problemsOf({ [name]: 'short' }));
    },
  );

  test('is used', () => {
    writeFileSync(file, 'token-of-the-campus\n');

    expect(readConfig({ API_TOKEN_FILE: file }).API_TOKEN).toBe('token-of-the-campus');
  });

  test('that does not exist, is a folder or is empty stops with one line', () => {
    writeFileSync(file, '\n');

    expect(problemsOf({ API_TOKEN_FILE: `${file}.not` })).toEqual([
      `API_TOKEN_FILE cannot be read: ${file}.not does not exist`,
    ]);
    expect(problemsOf({ API_TOKEN_FILE: folder })).toEqual([
      `API_TOKEN_FILE cannot be read: ${folder} is a folder`,
    ]);
    expect(problemsOf({ API_TOKEN_FILE: file })).toEqual([`API_TOKEN_FILE names an empty file: ${file}`]);
  });

  test('is refused beside the secret itself', () => {
    expect(problemsOf({ API_TOKEN: 'token-of-the-campus', API_TOKEN_FILE: file })).toEqual([
      'API_TOKEN and API_TOKEN_FILE are both set; keep one of them',
    ]);
  });
});
