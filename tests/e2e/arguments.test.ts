import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));

describe('the command line of', () => {
  test.each([
    'doctor.ts',
    'admin.ts',
    'manifest.ts',
    'openapi.ts',
    'sandbox.ts',
    'api/main.ts',
    'api/migrate.ts',
    'api/demo.ts',
    'bot/main.ts',
    'analytics/main.ts',
    'analytics/charts/main.ts',
    'packages/categoriser/main.ts',
  ])('%s refuses an option it does not know', async program => {
    const { code, output } = await run({ program, args: ['--emtpy'] });

    expect(output).toMatch(/^Unknown option '--emtpy'/);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

type RunInput = { program: string; args: string[] };

function run({ program, args }: RunInput): Promise<{ code: number; output: string }> {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [runner, file, ...args],
      { cwd: tmpdir() },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
