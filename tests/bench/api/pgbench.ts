import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connections } from './send-requests.ts';

const run = promisify(execFile);

type RunPgbenchInput = {
  pgbench: string;
  databaseUrl: string;
  /** Statements of one transaction, in pgbench's language; `:at` is its number, counted from `from`. */
  script: string;
  from?: number;
  count: number;
};

/** How many transactions PostgreSQL's own measuring program gets done in a second, over ten connections, prepared. */
export async function runPgbench(input: RunPgbenchInput): Promise<number> {
  const { pgbench, databaseUrl, script, from = 0, count } = input;
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-pgbench-'));
  const file = join(folder, 'script.sql');
  // The clients take numbers in turns: client 3 of 10 has 3, 13, 23 …
  const numbered = `\\set turn :turn + 1\n\\set at :from + :client_id + ${connections} * :turn\n${script}`;
  await writeFile(file, numbered);
  const transactions = `${Math.ceil(count / connections)}`;
  const given = ['-D', 'turn=-1', '-D', `from=${from}`, '-f', file];
  try {
    const { stdout } = await run(pgbench, [
      ...['--no-vacuum', '--protocol', 'prepared', '--client', `${connections}`],
      ...['--transactions', transactions, ...given, databaseUrl],
    ]);
    const [, rate] = /tps = ([\d.]+)/.exec(stdout) ?? [];
    if (rate === undefined) throw new Error(`pgbench did not say how fast it was: ${stdout}`);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true });
  }
}
