import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measured, Section } from '../section.ts';
import { startEverything } from '../start-everything.ts';

/** What a newcomer, and whoever restarts a service, waits for. */
export const startSection: Section = {
  name: 'start',
  about: '"npm start" to ready: the first time ever, and with data, embedded and on PostgreSQL',
  measure,
};

async function measure({ server, rounds, isQuick }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url, drop } = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-bench-'));
  const start = (databaseUrl: string) => timeStart({ folder, databaseUrl });
  const turns = isQuick ? 1 : rounds;
  try {
    const first = await start('');
    await start(url);
    const embedded: number[] = [];
    const onServer: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      embedded.push(await start(''));
      onServer.push(await start(url));
    }
    const limits = { against: '–', unit: 'ms', reach: 2500, goal: 1800 } as const;
    return [
      { ...limits, what: '"npm start" to ready, the first time', rounds: [first], reach: 8000, goal: 6000 },
      { ...limits, what: '"npm start" to ready, existing data, embedded', rounds: embedded },
      { ...limits, what: '"npm start" to ready, existing data, PostgreSQL', rounds: onServer },
    ];
  } finally {
    await drop();
    await rm(folder, { recursive: true });
  }
}

type TimeStartInput = { folder: string; databaseUrl: string };

/** How long the program says that it took, in milliseconds. */
async function timeStart({ folder, databaseUrl }: TimeStartInput): Promise<number> {
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data') };
  const { part, logFile } = await startEverything(environment);
  await part.stop();
  const [, seconds] = /ready after ([\d.]+) s/.exec(await readFile(logFile, 'utf8')) ?? [];
  if (seconds === undefined) throw new Error('Campus Desk did not say how long it took to start.');
  return 1000 * Number(seconds);
}
