import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, type Client, createClient, pagesOf } from '@campus-desk/contract';
import { localUrl } from '@campus-desk/service-kit';
import { freePorts } from '../support/free-ports.ts';
import { startPart } from './system/part.ts';

/** What filing met while the disk filled up, and what is wrong. */
export type FullDisk = { stored: number; refused: number; problems: string[] };

const diskMb = 200;
const attempts = 300;
const fillerBytes = 500_000;

/**
 * Files tickets on an embedded database whose disk is full: each is stored or refused as unavailable, and what was
 * acknowledged is there after the disk has room again and after a restart. Undefined where no disk can be made for it.
 */
export async function fillDisk(): Promise<FullDisk | undefined> {
  const disk = await mkdtemp(join(tmpdir(), 'campus-desk-full-disk-'));
  if (!isMounted(disk)) {
    await rmdir(disk);
    return undefined;
  }
  try {
    return await fileOnFullDisk(disk);
  } finally {
    execFileSync('umount', [disk]);
    await rmdir(disk);
  }
}

function isMounted(disk: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function fileOnFullDisk(disk: string): Promise<FullDisk> {
  const [port = 0] = await freePorts(1);
  const start = async (run: string) => {
    const environment = {
      DATABASE_URL: '',
      DATA_DIR: join(disk, 'data'),
      API_PORT: `${port}`,
      HOST: '127.0.0.1',
    };
    const logFile = `${disk}.${run}.log`;
    const api = startPart({ name: 'api', program: ['api/main.ts'], port, environment, logFile });
    await api.ready();
    return api;
  };
  const client = createClient({ baseUrl: localUrl(port), token: undefined, timeoutMs: 10_000 });

  const api = await start('first');
  const fillers = await fill(disk);
  const outcomes: (number | string)[] = [];
  // Everybody files once: whoever files too often is refused for that.
  for (let person = 1; person <= attempts; person += 1) outcomes.push(await file({ client, person }));
  const wasReady = await isReady(client);
  await Promise.all(fillers.map(filler => rm(filler)));
  for (let tries = 0; tries < 100 && !(await isReady(client)); tries += 1) await wait(1000);
  const afterwards = await file({ client, person: 0 });
  const code = await api.stop();
  const again = await start('second');
  const there = await numbersOf(client);
  await again.stop();

  const stored = [...outcomes, afterwards].filter(outcome => typeof outcome === 'number');
  const lost = stored.filter(number => !there.has(number));
  const refused = outcomes.filter(outcome => outcome === 'unavailable');
  const others = outcomes.filter(outcome => typeof outcome === 'string' && outcome !== 'unavailable');
  return {
    stored: stored.length,
    refused: refused.length,
    problems: [
      ...new Set(others.map(outcome => `on a full disk filing ended with ${outcome}`)),
      ...lost.map(number => `ticket ${number} was acknowledged on a full disk and is not there`),
      ...(refused.length > 0 ? [] : ['the disk was never full']),
      ...(wasReady ? ['the API said that it is ready while its disk was full'] : []),
      ...(typeof afterwards === 'number' ? [] : [`with room again filing ended with ${afterwards}`]),
      ...(code === 0 ? [] : [`the API ended with ${code} after its disk had been full`]),
    ],
  };
}

type FileInput = { client: Client; person: number };

/** The number of the ticket, or why there is none. */
function file({ client, person }: FileInput): Promise<number | string> {
  const actor = { id: `U${person}`, name: 'Ada', role: 'user' } as const;
  const description = 'The lift is stuck. '.repeat(150);
  return client.fileTicket({ description, actor }, { idempotencyKey: crypto.randomUUID() }).then(
    ({ number }) => number,
    error => (error instanceof AppError ? error.code : String(error)),
  );
}

/** Writes files until there is no room for another, but for a few tickets; answers their paths. */
async function fill(disk: string): Promise<string[]> {
  const fillers: string[] = [];
  for (;;) {
    const filler = join(disk, `filler-${fillers.length}`);
    try {
      await writeFile(filler, Buffer.alloc(fillerBytes));
    } catch {
      await rm(filler);
      return fillers;
    }
    fillers.push(filler);
  }
}

function isReady(client: Client): Promise<boolean> {
  return client.checkReady().then(
    () => true,
    () => false,
  );
}

async function numbersOf(client: Client): Promise<Set<number>> {
  const numbers = new Set<number>();
  const pages = pagesOf(cursor => client.listTickets({ role: 'helpdesk', limit: 100, cursor }));
  for await (const { tickets } of pages) for (const { number } of tickets) numbers.add(number);
  return numbers;
}
