import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Finding } from '@campus-desk/service-kit';
import { failureOf, hostsOf, inspectServer, type Server } from '../../db/index.ts';

const about = 'Database';

type CheckDatabaseInput = {
  databaseUrl: string | undefined;
  /** The certificate authority of the server, a file. */
  caFile?: string | undefined;
  dataDir: string;
  /** Whether the next start migrates. */
  migrating?: 'auto' | 'off';
  /** Whether the embedded database is refused. */
  needsServer?: boolean;
};

/** Whether the data can be stored: the server answers and has our schema, or the folder can be written to. */
export async function checkDatabase(input: CheckDatabaseInput): Promise<Finding> {
  const { databaseUrl, caFile, dataDir, migrating = 'auto', needsServer = false } = input;
  if (databaseUrl !== undefined) return checkServer({ server: { databaseUrl, caFile }, migrating });
  return needsServer ? withoutServer : checkFolder(dataDir);
}

const withoutServer: Finding = {
  about,
  verdict: 'wrong',
  says: 'DATABASE_URL is missing. With Slack, Campus Desk does not start on the embedded database, which may lose what is written.',
  remedy: 'Set DATABASE_URL to a PostgreSQL server, or ALLOW_EMBEDDED=1 to try it all the same.',
};

type CheckServerInput = { server: Server; migrating: 'auto' | 'off' };

async function checkServer({ server, migrating }: CheckServerInput): Promise<Finding> {
  try {
    const { version, appliedMigrations, knownMigrations } = await inspectServer(server);
    const name = `PostgreSQL ${version} at ${hostsOf(server)}`;
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
      verdict: migrating === 'off' ? 'wrong' : 'note',
      says: `${name} lacks ${missing === 1 ? '1 migration' : `${missing} migrations`}.`,
      remedy:
        migrating === 'off'
          ? 'MIGRATE is off: run npm run db:migrate as the owner of the schema.'
          : 'The next start brings it up to date, as npm run db:migrate does.',
    };
  } catch (error) {
    return { about, verdict: 'wrong', ...failureOf({ server, error }) };
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
