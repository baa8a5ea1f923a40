import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDatabase } from '../../../api/doctor/check-database.ts';
import { migrateServer } from '../../../db/migrate.ts';
import { createDatabase } from '../../support/database-server.ts';
import { freePorts } from '../../support/free-ports.ts';

const server = process.env.TEST_DATABASE_URL;

describe('checkDatabase', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-doctor-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('an embedded database needs a folder, which may not be there yet', async () => {
    const dataDir = join(folder, 'not', 'yet');

    expect(await checkDatabase({ databaseUrl: undefined, dataDir })).toMatchObject({ verdict: 'note' });
  });

  test('with Slack an embedded database is wrong, unless it is allowed', async () => {
    const inFolder = { databaseUrl: undefined, dataDir: folder };

    expect(await checkDatabase({ ...inFolder, needsServer: true })).toMatchObject({
      verdict: 'wrong',
      says: 'DATABASE_URL is missing. With Slack, Campus Desk does not start on the embedded database, which may lose what is written.',
    });
    expect(await checkDatabase({ ...inFolder, needsServer: false })).toMatchObject({ verdict: 'note' });
  });

  test('a place that is no folder is wrong', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');

    expect(await checkDatabase({ databaseUrl: undefined, dataDir: join(file, 'data') })).toMatchObject({
      verdict: 'wrong',
      says: `${join(file, 'data')} cannot be written to.`,
    });
  });

  test('a server that does not answer is wrong, and the password stays out of it', async () => {
    const [port] = await freePorts(1);

    const finding = await checkDatabase({
      databaseUrl: `postgres://ann:secret@127.0.0.1:${port}/desk`,
      dataDir: folder,
    });

    expect(finding).toMatchObject({ verdict: 'wrong', remedy: expect.stringContaining('DATABASE_URL') });
    expect(JSON.stringify(finding)).not.toContain('secret');
  });

  test.skipIf(!server)(
    '[needs TEST_DATABASE_URL] a server is fine once it has the newest schema',
    async () => {
      const { url, drop } = await createDatabase(server ?? '');

      const before = await checkDatabase({ databaseUrl: url, dataDir: folder });
      const whenOff = await checkDatabase({ databaseUrl: url, dataDir: folder, migrating: 'off' });
      await migrateServer({ databaseUrl: url, migrating: 'auto' });
      const after = await checkDatabase({ databaseUrl: url, dataDir: folder });
      await drop();

      expect(before).toMatchObject({
        verdict: 'note',
        says: expect.stringMatching(/lacks \d+ migrations\.$/),
      });
      expect(whenOff).toMatchObject({
        verdict: 'wrong',
        remedy: 'MIGRATE is off: run npm run db:migrate as the owner of the schema.',
      });
      expect(after).toMatchObject({
        verdict: 'fine',
        says: expect.stringContaining('with the newest schema'),
      });
    },
  );
});
