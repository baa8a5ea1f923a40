import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { OpenDatabase } from './database.ts';
import { lockDirectory } from './lock.ts';
import { type Migrating, migrateEmbedded } from './migrate.ts';
import * as schema from './schema/index.ts';

/** The usual 128 MB of buffers would be memory of this process; what is embedded is small. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

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

  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDirectory(dataDir);
  try {
    const folder = join(resolve(dataDir), 'postgres');
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      progress('Creating the embedded database (only this once, a few seconds) …');
      await createIn(folder);
    }
    return await open({ folder, migrating, location: `embedded PostgreSQL in ${folder}`, unlock });
  } catch (error) {
    await unlock();
    throw error;
  }
}

type OpenInput = {
  folder: string | undefined;
  migrating: Migrating;
  location: string;
  unlock?: () => Promise<void>;
};

async function open({ folder, migrating, location, unlock }: OpenInput): Promise<OpenDatabase> {
  const client = await PGlite.create({ ...(folder !== undefined && { dataDir: folder }), startParams });
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

/** Creating takes 0.8 GB that would never be given back, so a child process does it, beside, and is moved in whole. */
async function createIn(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const creator = fork(fileURLToPath(new URL('./create-embedded.ts', import.meta.url)), [unfinished]);
  const exitCode = await new Promise(done => {
    creator.once('error', () => done(1));
    creator.once('exit', done);
  });
  if (exitCode !== 0)
    throw new Error(
      `The embedded database could not be created in ${folder}. Is there space, and may I write there?`,
    );
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}
