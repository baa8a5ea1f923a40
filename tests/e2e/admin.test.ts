import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeTicket, fileTicket, startTestApi } from '../support/api.ts';

const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));
const program = fileURLToPath(new URL('../../admin.ts', import.meta.url));

let api: Awaited<ReturnType<typeof startTestApi>>;
beforeAll(async () => {
  api = await startTestApi({ token: 'a-long-secret' });
});
afterAll(() => api.close());

type Answer = { code: number; output: string; error: string };

function admin(...args: string[]): Promise<Answer> {
  return adminAt({ url: api.url, args });
}

function adminAt({ url, args }: { url: string; args: string[] }): Promise<Answer> {
  const env = { ...process.env, API_URL: url, API_TOKEN: 'a-long-secret' };
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [runner, program, ...args],
      { cwd: tmpdir(), env },
      (_error, output, error) => resolve({ code: child.exitCode ?? -1, output, error }),
    );
  });
}

describe('npm run admin', () => {
  test('exports, forgets once it is sure, purges, and says what it did', async () => {
    await fileTwo();
    const exported = await admin('export-person', 'U01');
    const unsure = await admin('forget-person', 'U01');
    const dry = await admin('purge', '--days', '1', '--dry-run');
    const forgotten = await admin('forget-person', 'U01', '--yes');
    const history = await admin('history');

    expect(JSON.parse(exported.output)).toMatchObject({ person: 'U01', tickets: [{}, {}] });
    expect(unsure).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^This removes .* add --yes\.\n$/),
    });
    expect(dry.output).toBe(
      'Would be purged: 1 tickets, 0 messages, 3 events, closed more than 1 days ago.\n',
    );
    expect(forgotten.output).toMatch(/^Forgotten: 2 tickets, 0 messages, 2 events\. forgotten-/);
    expect(history.output).toMatch(/person\.forgotten +forgotten-.*\n.*person\.exported +forgotten-/);
  });

  test('says what to write instead', async () => {
    expect((await admin('forget')).error).toMatch(
      /^Name a command: export-person, forget-person, purge, history\./,
    );
    expect((await admin('export-person')).error).toBe(
      'Name the person by their Slack id, such as U0123ABCD.\n',
    );
    expect((await admin('purge')).error).toBe('RETENTION_DAYS is not set. Set it, or add --days 730.\n');
  });
});

test('npm run admin says where no API answers', async () => {
  expect(await adminAt({ url: 'http://127.0.0.1:9', args: ['history'] })).toEqual({
    code: 1,
    output: '',
    error: 'No API answers at http://127.0.0.1:9. Start it, or name its address in API_URL.\n',
  });
});

async function fileTwo(): Promise<void> {
  const headers = { authorization: 'Bearer a-long-secret' };
  const as = { ...api, call: ((request, body) => api.call(request, body, headers)) as typeof api.call };
  await closeTicket(as);
  await fileTicket(as);
  api.clock.pass(3 * 24 * 60 * 60);
}
