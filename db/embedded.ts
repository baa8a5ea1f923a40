import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs';
import { drizzle } from 'drizzle-orm/pglite';
import { extract } from 'tar';
import type { OpenDatabase } from './database.ts';
import { lockDirectory } from './lock.ts';
import { type Migrating, migrateEmbedded } from './migrate.ts';
import * as schema from './schema/index.ts';

/** The usual 128 MB of buffers would be memory of this process; what is embedded is small. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'timezone=UTC'];

/**
 * V8 optimises what runs often, which for PostgreSQL takes a second of CPU at a start and does not pay: without it, ten
 * thousand queries take no longer. So much has to run before.
 */
setFlagsFromString('--wasm-tiering-budget=1000000000');

type OpenEmbeddedInput = {
  dataDir: string | undefined;
  migrating: Migrating;
  progress: (line: string) => void;
};

/**
 * The embedded PostgreSQL (PGlite) in `dataDir`, created there the first time; in memory when it is undefined.
 * It belongs to one process: throws when another one has it open.
 */
export async function openEmbedded(input: OpenEmbeddedInput): Promise<OpenDatabase> {
  const { dataDir, migrating, progress } = input;
  if (dataDir === undefined)
    return open({ folder: undefined, migrating, location: 'embedded PostgreSQL, in memory' });

  const unlock = await lockFolder(dataDir);
  try {
    const folder = join(resolve(dataDir), 'postgres');
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      progress('Creating the embedded database (only this once) …');
      await createIn(folder);
    }
    return await open({ folder, migrating, location: `embedded PostgreSQL in ${folder}`, unlock });
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The lock of the folder, which is made the first time; throws what to do when it cannot be written to. */
async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await lockDirectory(dataDir);
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    const remedy = 'Choose another folder with DATA_DIR, or set DATABASE_URL.';
    throw new Error(`${resolve(dataDir)} cannot be written to. ${remedy}`, { cause });
  }
}

type OpenInput = {
  folder: string | undefined;
  migrating: Migrating;
  location: string;
  unlock?: () => Promise<void>;
};

async function open({ folder, migrating, location, unlock }: OpenInput): Promise<OpenDatabase> {
  const from = folder === undefined ? { loadDataDir: await emptyDatabase() } : { dataDir: folder };
  const client = await PGlite.create({ ...from, startParams, extensions: { pg_trgm } });
  const db = drizzle(client, { schema });
  await migrateEmbedded({ db, migrating }).catch(async error => {
    await client.close();
    throw error;
  });
  const close = async () => {
    await client.close();
    await unlock?.();
  };
  return { db, reserved: db, session: db, location, close };
}

/** Unpacks an empty database beside and moves it in whole: what `initdb` makes, without its seconds and its memory. */
async function createIn(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await unpack(unfinished);
  } catch (cause) {
    const hint = 'Is there space, and may I write there?';
    throw new Error(`The embedded database could not be created in ${folder}. ${hint}`, { cause });
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

async function unpack(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const problems: (string | Error)[] = [];
  const onwarn = (code: string, problem: string | Error) => {
    // What stands at the root of the archive comes into the folder, as it should.
    if (code !== 'TAR_ENTRY_INFO') problems.push(problem);
  };
  await pipeline((await emptyDatabase()).stream(), extract({ cwd: folder, onwarn }));
  if (problems.length > 0) throw problems[0];
}
