import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { createLogger } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { freePortsFor } from '../../support/free-ports.ts';

const root = join(import.meta.dirname, '../../..');

describe('the log of a program', () => {
  test('is JSON, one object a line', async () => {
    const [line = ''] = await logOf({ LOG_FORMAT: '' });

    expect(JSON.parse(line)).toMatchObject({ level: 30, service: 'charts' });
  });

  // Debian's own; elsewhere it takes other arguments.
  test.skipIf(process.platform !== 'linux')('is for people on a terminal', async () => {
    const [line = ''] = await logOf({ LOG_FORMAT: '' }, onTerminal);

    expect(stripVTControlCharacters(line)).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: Server listening at http:/);
  });

  test('is for people with LOG_FORMAT=pretty', async () => {
    const [line = ''] = await logOf({ LOG_FORMAT: 'pretty' });

    expect(line).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: Server listening at http:/);
  });
});

describe('what a log never holds', () => {
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } });

  test('are the values of secrets and texts, also in objects', () => {
    logger.info({ token: 'abc', request: { headers: { authorization: 'Bearer abc' } }, id: 7 }, 'called');
    logger.info({ ticket: { description: 'I am ill', number: 12 } }, 'filed');

    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { token: '[redacted]', request: { headers: { authorization: '[redacted]' } }, id: 7, msg: 'called' },
      { ticket: { description: '[redacted]', number: 12 }, msg: 'filed' },
    ]);
  });

  test('are the values of a statement that failed; the statement itself is there', () => {
    const query = 'update "tickets" set "description" = $1';
    const failed = Object.assign(new Error('lock timeout'), { query, parameters: ['I am ill'] });

    logger.error({ err: failed, requestId: '1f2e3d4c' }, 'request failed');

    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ requestId: '1f2e3d4c', err: { query } });
    expect(lines.at(-1)).not.toContain('ill');
  });

  test.each([
    ['postgres://ann:s%40crt@db.example.edu/desk', 'postgres://ann:[redacted]@db.example.edu/desk'],
    ['xoxb-12-ab_C is revoked', '[redacted] is revoked'],
    ['not xapp-1-A0-12-ff', 'not [redacted]'],
    ['https://hooks.slack.com/actions/T1/2/abc', 'https://hooks.slack.com/[redacted]'],
    ['http://127.0.0.1:3002 at 10:30, ada@example.edu', 'http://127.0.0.1:3002 at 10:30, ada@example.edu'],
  ])('is a secret in a sentence: %s', (said, written) => {
    logger.warn({ err: new Error(said) }, 'failed');

    expect(JSON.parse(lines.at(-1) ?? '').err.message).toBe(written);
  });
});

/** What the chart server says on standard error while it starts. */
async function logOf(environment: Record<string, string>, start = plainly): Promise<string[]> {
  const ports = await freePortsFor(['CHARTS_PORT']);
  const env = { ...process.env, LOG_LEVEL: 'info', API_TOKEN: '', HOST: '', ...ports, ...environment };
  const child = start([process.execPath, join(root, 'run.mjs'), join(root, 'analytics/charts/main.ts')], env);
  let log = '';
  for (const output of [child.stdout, child.stderr])
    output?.on('data', chunk => {
      log += chunk;
    });
  await eventually(() => expect(log).toContain('Server listening'));
  child.kill('SIGTERM');
  await once(child, 'close');
  return log.trim().split('\n');
}

type Environment = NodeJS.ProcessEnv;

function plainly([file = '', ...rest]: string[], env: Environment): ChildProcess {
  return spawn(file, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

function onTerminal(command: string[], env: Environment): ChildProcess {
  return spawn('script', ['--quiet', '--command', command.join(' '), '/dev/null'], { env });
}
