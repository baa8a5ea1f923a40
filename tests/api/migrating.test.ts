import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createClient } from '@campus-desk/contract';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi } from '../../api/start.ts';
import { openDatabase } from '../../db/index.ts';
import { ada, ben } from '../support/api.ts';
import { createDatabase, onServer } from '../support/database-server.ts';
import { freePorts } from '../support/free-ports.ts';

const server = process.env.TEST_DATABASE_URL;
const logger = createLogger({ level: 'silent' });
const progress = () => {};
const refusalOf = (starting: Promise<unknown>) =>
  starting.then(
    () => 'it started',
    error => (error instanceof Error ? error.message : String(error)),
  );

describe('starting on the embedded database', () => {
  test('with Slack is refused, unless ALLOW_EMBEDDED accepts what may be lost', async () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', HELPDESK_CHANNEL: 'C1' };

    expect(await refusalOf(startApi({ config: readConfig(slack), logger, progress }))).toBe(
      'DATABASE_URL is missing; with Slack name a PostgreSQL server. The embedded database may lose what is written; to try it all the same, set ALLOW_EMBEDDED=1.',
    );
    // Nothing is as far as opening a database when its folder cannot be made.
    const config = readConfig({ ...slack, ALLOW_EMBEDDED: '1', DATA_DIR: '/dev/null/data' });
    expect(await refusalOf(startApi({ config, logger, progress }))).toContain('/dev/null/data');
  });
});

describe.skipIf(!server)('[needs TEST_DATABASE_URL] starting on a PostgreSQL server', () => {
  const role = `campus_desk_role_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  let owner: string;
  let runner: string;
  let drop: () => Promise<void>;

  beforeAll(() =>
    onServer({ server: server ?? '', statement: `create role ${role} login password '${password}'` }),
  );
  afterAll(() => onServer({ server: server ?? '', statement: `drop role ${role}` }));
  beforeEach(async () => {
    const created = await createDatabase(server ?? '');
    owner = created.url;
    drop = created.drop;
    const url = new URL(owner);
    url.username = role;
    url.password = password;
    runner = url.href;
  });
  afterEach(() => drop());

  test('a role that may create nothing runs the API on the newest schema, with the rights of the documentation', async () => {
    await migrate(owner);
    await onServer({ server: owner, statement: await documentedRights() });
    const [port = 0] = await freePorts(1);

    for (const migrating of ['off', 'auto']) {
      const config = readConfig({ DATABASE_URL: runner, MIGRATE: migrating, API_PORT: `${port}` });
      const api = await startApi({ config, logger, progress });
      const client = createClient({ baseUrl: api.url, token: undefined });
      const { number } = await client.fileTicket(
        { description: 'The lift is stuck', actor: ada },
        { idempotencyKey: migrating },
      );
      await client.postMessage({ number, body: 'Which one?', actor: ben });
      const started = await client.changeTicket({ number, status: 'active', actor: ben });
      await client.changeTicket({ number, category: 'facility', actor: ben });
      await api.stop();

      expect(started.status).toBe('active');
    }
    await expect(onServer({ server: runner, statement: 'create table mine (id int)' })).rejects.toThrow(
      /permission denied/,
    );
  });

  test('with MIGRATE=off an older schema is refused in one line, and stays as it was', async () => {
    const opening = openDatabase({ databaseUrl: owner, dataDir: undefined, migrating: 'off', progress });

    expect(await refusalOf(opening)).toMatch(
      /^The schema of the database lacks \d+ migrations, and MIGRATE is off\. Run npm run db:migrate as its owner first\.$/,
    );
    await migrate(owner);
    await onServer({ server: owner, statement: takeBackNewest });
    const afterOne = openDatabase({ databaseUrl: owner, dataDir: undefined, migrating: 'off', progress });
    expect(await refusalOf(afterOne)).toMatch(/lacks 1 migration, and MIGRATE is off/);
  });

  test('a role that may not migrate is told who may', async () => {
    const opening = openDatabase({ databaseUrl: runner, dataDir: undefined, progress });

    expect(await refusalOf(opening)).toMatch(
      /^The database at \S+ cannot be used: permission denied for database \w+\. Run npm run db:migrate as the owner of the schema, and give the role of DATABASE_URL its rights \(docs\/operations\.md\)\.$/,
    );
  });

  test('a role that may not even look at the schema is told what it lacks', async () => {
    await migrate(owner);
    const opening = openDatabase({ databaseUrl: runner, dataDir: undefined, migrating: 'off', progress });

    expect(await refusalOf(opening)).toMatch(
      /permission denied for schema drizzle\. Run npm run db:migrate as/,
    );
  });

  /** As npm run db:migrate does. */
  async function migrate(url: string): Promise<void> {
    const { close } = await openDatabase({ databaseUrl: url, dataDir: undefined, progress });
    await close();
  }

  async function documentedRights(): Promise<string> {
    const text = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const [, sql = ''] = /```sql\n([^`]+)```/.exec(text) ?? [];
    return sql.replaceAll('campus_desk', role);
  }
});

const takeBackNewest = `delete from drizzle.__drizzle_migrations
  where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
