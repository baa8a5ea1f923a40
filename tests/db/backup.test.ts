import { join } from 'node:path';
import { createClient, type Ticket } from '@campus-desk/contract';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi } from '../../api/start.ts';
import { ada, ben } from '../support/api.ts';
import { freePorts } from '../support/free-ports.ts';
import { hasPostgres, type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const logger = createLogger({ level: 'silent' });

describe.skipIf(!hasPostgres)('a dump that is restored, as operations.md says,', () => {
  let server: OwnPostgres;
  beforeAll(async () => {
    server = await startOwnPostgres();
  });
  afterAll(() => server.remove());

  test('has the same tickets, messages and history, and goes on counting', async () => {
    const before = await withApi('desk', async client => {
      for (const description of ['The wifi is gone', 'Il proiettore è rotto 📽']) {
        const { number } = await client.fileTicket(
          { description, actor: ada },
          { idempotencyKey: `${description.length}` },
        );
        await client.changeTicket({ number, status: 'active', actor: ben });
        await client.postMessage({ number, body: `Which one? ${number}`, actor: ben });
      }
      await client.changeTicket({ number: 1, status: 'closed', actor: ben });
      return read(client);
    });
    const dump = join(server.folder, 'campus-desk.dump');
    const at = ['--host', '127.0.0.1', '--port', `${server.port}`, '--username', 'postgres'];
    await server.call('pg_dump', ...at, '--format=custom', '--file', dump, 'desk');
    await server.call('createdb', ...at, 'restored');
    await server.call('pg_restore', ...at, '--exit-on-error', '--dbname=restored', dump);

    const after = await withApi('restored', async client => {
      const restored = await read(client);
      const { number } = await client.fileTicket(
        { description: 'Next', actor: ada },
        { idempotencyKey: 'next' },
      );
      return { restored, number };
    });

    expect(after.restored).toEqual(before);
    expect(before.tickets.map(({ number }) => number)).toEqual([2, 1]);
    expect(after.number).toBe(3);
  });

  type Client = ReturnType<typeof createClient>;

  async function read(client: Client): Promise<{ tickets: Ticket[]; rest: unknown[] }> {
    const { tickets } = await client.listTickets({ role: 'helpdesk', status: 'open,active,closed' });
    const rest = await Promise.all(
      tickets.flatMap(({ number }) => [
        client.listMessages({ number, role: 'helpdesk' }),
        client.listEvents({ number, role: 'helpdesk' }),
      ]),
    );
    return { tickets, rest };
  }

  async function withApi<Result>(name: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    if (name === 'desk')
      await server.call(
        'createdb',
        '--host',
        '127.0.0.1',
        '--port',
        `${server.port}`,
        '--username',
        'postgres',
        name,
      );
    const [port] = await freePorts(1);
    const config = readConfig({ DATABASE_URL: server.url.replace(/postgres$/, name), API_PORT: `${port}` });
    const api = await startApi({ config, logger, progress: () => {} });
    try {
      return await work(createClient({ baseUrl: api.url, token: undefined }));
    } finally {
      await api.stop();
    }
  }
});
