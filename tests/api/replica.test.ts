import { createLogger } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/index.ts';
import { createTestApi, fileTicket, type TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const progress = () => {};

describe.skipIf(!hasPostgres)('with DATABASE_READ_URL', () => {
  const lines: string[] = [];
  let primary: OwnPostgres;
  let standby: OwnPostgres;
  let database: OpenDatabase;
  let api: TestApi;

  beforeAll(async () => {
    primary = await startOwnPostgres({ settings: ['wal_level = replica', 'max_wal_senders = 4'] });
    standby = await startOwnPostgres({ standbyOf: primary });
    database = await openDatabase({
      databaseUrl: primary.url,
      readUrl: standby.url,
      dataDir: undefined,
      progress,
    });
    const logger = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } });
    api = await createTestApi({ db: database.db, replica: database.replica, logger });
  });
  afterAll(async () => {
    await api.close();
    await database.close();
    await standby.remove();
    await primary.remove();
  });

  const numbersIn = async (path: `/${string}`) => (await api.call(`GET ${path}`)).body.tickets.length;
  const countIn = async () => (await api.call('GET /v1/tickets/summary?groupBy=none')).body.groups[0].count;
  const onStandby = (statement: string) =>
    standby.call('psql', '--no-psqlrc', '--tuples-only', '--command', statement, standby.url);
  const noticed = (text: string) => lines.filter(line => line.includes(text)).length;

  test('lists, search and summaries are read from there, and a single ticket from the database itself', async () => {
    await fileTicket(api, { description: 'The wifi is slow' });
    await eventually(async () => expect(await numbersIn('/v1/tickets')).toBe(1));
    await onStandby('select pg_wal_replay_pause()');

    const { number } = await fileTicket(api, { description: 'The wifi is gone' });

    expect((await api.call(`GET /v1/tickets/${number}`)).status).toBe(200);
    expect(await numbersIn('/v1/tickets')).toBe(1);
    expect(await numbersIn('/v1/tickets?q=wifi')).toBe(1);
    expect(await countIn()).toBe(1);
    await onStandby('select pg_wal_replay_resume()');
    await eventually(async () => expect(await numbersIn('/v1/tickets?q=wifi')).toBe(2));
  });

  test('while it is away the database itself is read, and the log says so once', async () => {
    await standby.stop('immediate');

    for (let attempt = 0; attempt < 5; attempt += 1) expect(await numbersIn('/v1/tickets')).toBe(2);
    expect(await countIn()).toBe(2);
    expect(noticed('the replica is away: until it is back the database itself is read')).toBe(1);

    await standby.start();
    await eventually(async () => {
      api.clock.pass(5);
      expect(await numbersIn('/v1/tickets')).toBe(2);
      expect(noticed('the replica is back, and read again')).toBe(1);
    });
  });

  test('an address that somebody has to put right stops the start, one that is away does not', async () => {
    const refusalOf = (readUrl: string) =>
      openDatabase({ databaseUrl: primary.url, readUrl, dataDir: undefined, progress }).then(
        opened => opened.close().then(() => 'it was opened'),
        (error: Error) => error.message,
      );
    const [dead = 0] = await freePorts(1);

    expect(await refusalOf(standby.url.replace(/postgres$/, 'elsewhere'))).toMatch(
      /database "elsewhere" does not exist\. Create it with createdb --owner, or name another in DATABASE_READ_URL\.$/,
    );
    expect(await refusalOf(`postgres://postgres@127.0.0.1:${dead}/postgres`)).toBe('it was opened');
  });

  test('of several hosts in DATABASE_URL the one that takes over is found', async () => {
    const hosts = `127.0.0.1:${standby.port},127.0.0.1:${primary.port}`;
    const both = await openDatabase({
      databaseUrl: `postgres://postgres@${hosts}/postgres`,
      dataDir: undefined,
      progress,
    });
    const portOf = async () => {
      const [row] = [...((await both.db.execute(isWritten)) as unknown as Iterable<{ port: number }>)];
      return row?.port;
    };
    expect(await portOf()).toBe(primary.port);

    await primary.stop('immediate');
    await standby.call('pg_ctl', '--pgdata', `${standby.folder}/data`, '--wait', 'promote');

    await eventually(async () => expect(await portOf()).toBe(standby.port));
    await both.close();
  });

  const isWritten = sql`update tickets set version = version returning inet_server_port() as port`;
});
