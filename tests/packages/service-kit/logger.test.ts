import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { freePortsFor } from '../../support/free-ports.ts';

const program = join(import.meta.dirname, '../../../analytics/charts/main.ts');

describe('the log of a program', () => {
  test('is JSON, one object a line', async () => {
    const [line = ''] = await logOf({ LOG_FORMAT: '' });

    expect(JSON.parse(line)).toMatchObject({ level: 30, service: 'charts' });
  });

  test('is for people with LOG_FORMAT=pretty', async () => {
    const [line = ''] = await logOf({ LOG_FORMAT: 'pretty' });

    expect(line).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: Server listening at http:/);
  });
});

/** What the chart server says on standard error while it starts. */
async function logOf(environment: Record<string, string>): Promise<string[]> {
  const ports = await freePortsFor(['CHARTS_PORT']);
  const env = { ...process.env, LOG_LEVEL: 'info', API_TOKEN: '', HOST: '', ...ports, ...environment };
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program], { env });
  let log = '';
  child.stderr.on('data', chunk => {
    log += chunk;
  });
  await eventually(() => expect(log).toContain('Server listening'));
  child.kill('SIGTERM');
  await once(child, 'close');
  return log.trim().split('\n');
}
