import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Finding } from '@campus-desk/service-kit';
import { inspectServer } from '../../db/index.ts';

const about = 'Database';

type CheckDatabaseInput = { databaseUrl: string | undefined; dataDir: string };

/** Whether the data can be stored: the server answers and has our schema, or the folder can be written to. */
export async function checkDatabase({ databaseUrl, dataDir }: CheckDatabaseInput): Promise<Finding> {
  return databaseUrl === undefined ? checkFolder(dataDir) : checkServer(databaseUrl);
}

async function checkServer(databaseUrl: string): Promise<Finding> {
  const { host } = new URL(databaseUrl);
  try {
    const { version, appliedMigrations, knownMigrations } = await inspectServer(databaseUrl);
    const name = `PostgreSQL ${version} at ${host}`;
    const missing = knownMigrations - appliedMigrations;
    if (missing === 0) return { about, verdict: 'fine', says: `${name}, with the newest schema.` };
    if (missing < 0)
      return {
        about,
        verdict: 'wrong',
        says: `${name} has a newer schema than this version knows.`,
        remedy: 'Update this installation to the version that made it.',
      };
    return {
      about,
      verdict: 'note',
      says: `${name} lacks ${missing === 1 ? '1 migration' : `${missing} migrations`}.`,
      remedy: 'The next start brings it up to date, as npm run db:migrate does.',
    };
  } catch (error) {
    return {
      about,
      verdict: 'wrong',
      says: `The server at ${host} cannot be used: ${error instanceof Error ? error.message : error}`,
      remedy: 'Is it running, and is DATABASE_URL right?',
    };
  }
}

async function checkFolder(dataDir: string): Promise<Finding> {
  const folder = resolve(dataDir);
  if (!(await isWritable(nearestExisting(folder)))) {
    return {
      about,
      verdict: 'wrong',
      says: `${folder} cannot be written to.`,
      remedy: 'Choose another folder with DATA_DIR, or set DATABASE_URL.',
    };
  }
  return {
    about,
    verdict: 'note',
    says: `The embedded database in ${folder}, which is for trying out.`,
    remedy: 'For real use set DATABASE_URL to a PostgreSQL server.',
  };
}

async function isWritable(path: string): Promise<boolean> {
  const isFolder = (await stat(path)).isDirectory();
  return access(path, constants.W_OK).then(
    () => isFolder,
    () => false,
  );
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}
