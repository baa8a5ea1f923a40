import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnvFile } from '@campus-desk/service-kit';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';

describe.skipIf(process.platform === 'win32')('a .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'campus-desk-env-'));
  const file = join(folder, '.env');
  let warnings: string[];
  const load = ({ text, mode }: { text: string; mode: number }) => {
    const before = process.env.API_TOKEN;
    // What is set already stays.
    process.env.API_TOKEN = 'set-by-the-test';
    onTestFinished(() => {
      if (before === undefined) delete process.env.API_TOKEN;
      else process.env.API_TOKEN = before;
    });
    writeFileSync(file, text);
    chmodSync(file, mode);
    loadEnvFile({ file, warn: line => warnings.push(line) });
  };
  beforeEach(() => {
    warnings = [];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('with a secret that everybody can read is warned of in one line, with what to do', () => {
    load({ text: '# Mine\nAPI_TOKEN=token-of-the-campus\n', mode: 0o644 });

    expect(warnings).toEqual([
      `${file} can be read by everybody on this machine, with the secrets in it: chmod 600 ${file}`,
    ]);
  });

  test.each([
    ['that is for its owner', { text: 'API_TOKEN=token-of-the-campus\n', mode: 0o600 }],
    ['that is for a group', { text: 'API_TOKEN=token-of-the-campus\n', mode: 0o640 }],
    ['without a secret', { text: 'API_TOKEN=\n# API_TOKEN=token\n', mode: 0o644 }],
    ['that names a secret as a file', { text: 'API_TOKEN_FILE=\n', mode: 0o644 }],
  ])('%s is taken silently', (_what, given) => {
    load(given);

    expect(warnings).toEqual([]);
  });

  test('that cannot be read is one line with what to do, and not silently left out', () => {
    expect(() => loadEnvFile({ file: folder, warn: () => {} })).toThrow(
      `The settings cannot be read: ${folder} is a folder. Put it right, or take it away.`,
    );
  });

  test('is not needed', () => {
    loadEnvFile({ file: join(folder, 'none'), warn: line => warnings.push(line) });

    expect(warnings).toEqual([]);
  });
});
