import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Databases on the server of TEST_DATABASE_URL, one for each worker of this run; null: the embedded one. */
    testDatabaseUrls: string[] | null;
  }
}

/** Gives each worker of a run with TEST_DATABASE_URL a database of its own, and takes it away again. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined || server === '') {
    process.stdout.write(
      'TEST_DATABASE_URL is not set: the tests use the embedded database, and skip what needs a server.\n',
    );
    project.provide('testDatabaseUrls', null);
    return undefined;
  }
  const databases = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, () => createDatabase(server)),
  );
  project.provide(
    'testDatabaseUrls',
    databases.map(({ url }) => url),
  );
  return async () => {
    await Promise.all(databases.map(({ drop }) => drop()));
  };
}

/** A new empty database on a server, and how to drop it. */
export async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `campus_desk_test_${randomBytes(6).toString('hex')}`;
  await onServer({ server, statement: `create database ${name}` });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer({ server, statement: `drop database if exists ${name} with (force)` }),
  };
}

type OnServerInput = { server: string; statement: string };

/** Runs statements on a PostgreSQL server, over a connection of its own. */
export async function onServer({ server, statement }: OnServerInput): Promise<void> {
  const client = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
