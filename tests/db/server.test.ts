import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/index.ts';
import { createTestApi, fileTicket } from '../support/api.ts';
import { makeCertificates } from '../support/certificates.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

type Input = Omit<Parameters<typeof openDatabase>[0], 'dataDir' | 'progress'>;

const open = (input: Input) => openDatabase({ dataDir: undefined, progress: () => {}, ...input });

/** The line that keeps a database from being opened. */
async function refusalOf(input: Input): Promise<string> {
  const opened = await open(input).catch((error: Error) => error.message);
  if (typeof opened === 'string') return opened;
  await opened.close();
  return 'it was opened';
}

async function rowsOf({ db }: OpenDatabase, statement: ReturnType<typeof sql>): Promise<unknown[]> {
  return [...((await db.execute(statement)) as unknown as Iterable<unknown>)];
}

describe.skipIf(!hasPostgres)('a server with TLS and an authority of its own', () => {
  const folder = join(tmpdir(), `campus-desk-tls-${randomUUID()}`);
  const caFile = join(folder, 'authority.pem');
  const inVain = join(folder, 'no-certificate.pem');
  let server: OwnPostgres;
  let at: (host: string, query?: string) => string;

  beforeAll(async () => {
    const { authority, certificate, key } = await makeCertificates('localhost');
    mkdirSync(folder);
    writeFileSync(caFile, authority);
    writeFileSync(inVain, 'not a certificate');
    server = await startOwnPostgres({
      settings: ['ssl = on', "ssl_cert_file = '../server.pem'", "ssl_key_file = '../server.key'"],
      access: 'hostssl all all 127.0.0.1/32 trust\n',
      files: { 'server.pem': certificate, 'server.key': key },
    });
    at = (host, query = '') => `postgres://postgres@${host}:${server.port}/postgres${query}`;
  });
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  const isEncrypted = sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;

  test('is verified when DATABASE_CA_FILE names the authority', async () => {
    const database = await open({ databaseUrl: at('localhost'), caFile });

    expect(await rowsOf(database, isEncrypted)).toEqual([{ ssl: true }]);
    expect(database.location).toBe(`PostgreSQL at localhost:${server.port}`);
    await database.close();
  });

  test('is spoken to in secret, and not verified, with sslmode=require', async () => {
    const database = await open({ databaseUrl: at('127.0.0.1', '?sslmode=require') });

    expect(await rowsOf(database, isEncrypted)).toEqual([{ ssl: true }]);
    await database.close();
  });

  test('is refused under a name that its certificate does not have, unless the name is left out', async () => {
    expect(await refusalOf({ databaseUrl: at('127.0.0.1'), caFile })).toMatch(
      /^The database at 127\.0\.0\.1:\d+ cannot be used: .*127\.0\.0\.1.*\. Name the host in DATABASE_URL as its certificate does, or add sslmode=verify-ca to leave out the name\.$/,
    );
    expect(await refusalOf({ databaseUrl: at('127.0.0.1', '?sslmode=verify-ca'), caFile })).toBe(
      'it was opened',
    );
  });

  test('is refused when nobody known signs for it', async () => {
    expect(await refusalOf({ databaseUrl: at('localhost', '?sslmode=verify-full') })).toMatch(
      /cannot be used: .*certificate.*\. Name the PEM file of the certificate authority that signs for it in DATABASE_CA_FILE\.$/,
    );
  });

  test('asks for TLS, which the line says how to turn on', async () => {
    expect(await refusalOf({ databaseUrl: at('localhost') })).toMatch(
      /no encryption\. It asks for TLS: add \?sslmode=require to DATABASE_URL, or name its certificate authority in DATABASE_CA_FILE\.$/,
    );
  });

  test.each([
    [
      { query: '?sslmode=secret' },
      'DATABASE_URL has the unknown sslmode=secret; write one of disable, prefer, require, verify-ca, verify-full.',
    ],
    [
      { query: '?sslmode=disable', caFile },
      'DATABASE_URL has sslmode=disable, and so DATABASE_CA_FILE is in vain; leave out one of them.',
    ],
    [
      { query: '', caFile: '/nowhere/ca.pem' },
      '/nowhere/ca.pem cannot be read; name the PEM file of the server’s certificate authority in DATABASE_CA_FILE.',
    ],
    [
      { query: '', caFile: inVain },
      `${inVain} is not a certificate; name the PEM file of the server’s certificate authority in DATABASE_CA_FILE.`,
    ],
  ])('a wrong setting is one line: %j', async ({ query, ...more }, line) => {
    expect(await refusalOf({ databaseUrl: at('localhost', query), ...more })).toBe(line);
  });
});

describe.skipIf(!hasPostgres)('a server with a time zone and a way of writing dates of its own', () => {
  let server: OwnPostgres;

  beforeAll(async () => {
    server = await startOwnPostgres({
      settings: ["timezone = 'America/New_York'", "datestyle = 'SQL, DMY'"],
    });
  });
  afterAll(() => server.remove());

  test('tells and counts the same as any other', async () => {
    const { db, reserved, close } = await open({ databaseUrl: server.url });
    const api = await createTestApi({ db, reserved });
    // In New York it is still September.
    const openedAt = '2026-10-01T02:00:00.000Z';
    api.clock.set(openedAt);

    await fileTicket(api);

    expect((await api.call('GET /v1/tickets/1')).body).toMatchObject({ openedAt });
    expect((await api.call('GET /v1/tickets/summary?groupBy=status')).body.groups).toMatchObject([
      { status: 'open', count: 1 },
      { status: 'active', count: 0 },
      { status: 'closed', count: 0 },
    ]);
    await api.close();
    await close();
  });
});

describe.skipIf(!hasPostgres)('a server without TLS', () => {
  let server: OwnPostgres;

  beforeAll(async () => {
    server = await startOwnPostgres({
      access:
        'host all postgres 127.0.0.1/32 trust\nhost all ann 127.0.0.1/32 scram-sha-256\nhost all owner 127.0.0.1/32 trust\n',
    });
  });
  afterAll(() => server.remove());

  test('is told from one that is broken', async () => {
    expect(await refusalOf({ databaseUrl: `${server.url}?sslmode=require` })).toMatch(
      /It seems to speak no TLS: turn it on there, or leave out sslmode and DATABASE_CA_FILE\.$/,
    );
  });

  test('lets nobody in with a wrong password, or to a database that is not there', async () => {
    const ann = `postgres://ann:wr%40ng@127.0.0.1:${server.port}/postgres`;
    const elsewhere = server.url.replace(/postgres$/, 'elsewhere');

    expect(await refusalOf({ databaseUrl: ann })).toMatch(
      /cannot be used: password authentication failed for user "ann"\. Is the password in DATABASE_URL right\? In it @ is %40/,
    );
    expect(await refusalOf({ databaseUrl: elsewhere })).toMatch(
      /cannot be used: database "elsewhere" does not exist\. Create it with createdb --owner, or name another in DATABASE_URL\.$/,
    );
  });

  test('is migrated by the owner of a database, who is no superuser', async () => {
    await server.call('psql', server.url, '-c', 'create role owner login');
    await server.call('psql', server.url, '-c', 'create database owned owner owner');

    const database = await open({ databaseUrl: `postgres://owner@127.0.0.1:${server.port}/owned` });

    const extension = sql`select extname from pg_extension where extname = 'pg_trgm'`;
    expect(await rowsOf(database, extension)).toEqual([{ extname: 'pg_trgm' }]);
    await database.close();
  });

  test('without the extension for searching says how to get it', async () => {
    const bare = server.url.replace(/postgres$/, 'bare');
    await server.call('psql', server.url, '-c', 'create database bare');
    const refuse = `create function refuse() returns event_trigger language plpgsql as
      $$begin raise 'extension "pg_trgm" is not available' using errcode = '0A000'; end$$`;
    await server.call('psql', bare, '-c', refuse);
    const trigger = "on ddl_command_start when tag in ('CREATE EXTENSION') execute function refuse()";
    await server.call('psql', bare, '-c', `create event trigger refuse ${trigger}`);

    expect(await refusalOf({ databaseUrl: bare })).toMatch(
      /cannot be used: extension "pg_trgm" is not available\. Searching needs the extension pg_trgm, .* run create extension pg_trgm; in it, and start again\.$/,
    );
  });

  test('with the extension for searching in another schema says how to make it found', async () => {
    const hidden = server.url.replace(/postgres$/, 'hidden');
    await server.call('psql', server.url, '-c', 'create database hidden');
    const sqlOf = (statement: string) => server.call('psql', hidden, '-c', statement);
    await sqlOf('create schema extensions');
    await sqlOf('create extension pg_trgm schema extensions');
    const advice = /run alter extension pg_trgm set schema public; or put its schema on the path/;

    expect(await refusalOf({ databaseUrl: hidden })).toMatch(advice);
    await sqlOf('alter extension pg_trgm set schema public');
    expect(await refusalOf({ databaseUrl: hidden })).toBe('it was opened');
    await sqlOf('alter extension pg_trgm set schema extensions');
    expect(await refusalOf({ databaseUrl: hidden })).toMatch(
      /the extension pg_trgm is in the schema extensions, which is not on the search_path\. Searching finds/,
    );
    await sqlOf('drop extension pg_trgm cascade');
    expect(await refusalOf({ databaseUrl: hidden })).toMatch(
      /the extension pg_trgm is missing in it\. Searching needs the extension pg_trgm, .* run create extension pg_trgm;/,
    );
  });

  test('knows each connection by its name, and ends what takes too long', async () => {
    const database = await open({ databaseUrl: server.url, poolSize: 3 });

    const limits = sql`
      select current_setting('application_name') as name, current_setting('lock_timeout') as lock,
        current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as transaction`;
    const expected = [{ name: 'campus-desk', lock: '1s', statement: '8s', transaction: '10s' }];
    const { db, reserved, session } = database;
    for (const handle of [db, reserved, session])
      expect(await rowsOf({ ...database, db: handle }, limits)).toEqual(expected);
    await database.close();
  });

  test('has no more connections than DATABASE_POOL allows, whatever is asked at once', async () => {
    const database = await open({ databaseUrl: server.url, poolSize: 2 });

    const asked = Array.from({ length: 20 }, () =>
      rowsOf(database, sql`select pg_backend_pid() as pid, pg_sleep(0.01)::text`),
    );
    const pids = (await Promise.all(asked)).flat().map(row => (row as { pid: number }).pid);

    expect(new Set(pids).size).toBe(2);
    await database.close();
  });

  test('behind a host that does not answer is found all the same', async () => {
    const [dead = 0] = await freePorts(1);
    const hosts = `127.0.0.1:${dead},127.0.0.1:${server.port}`;

    const database = await open({ databaseUrl: `postgres://postgres@${hosts}/postgres` });

    expect(await rowsOf(database, sql`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(database.location).toBe(`PostgreSQL at 127.0.0.1:${dead}, 127.0.0.1:${server.port}`);
    await database.close();
  });
});
