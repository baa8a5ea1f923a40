import { readFile } from 'node:fs/promises';
import { createClient } from '@campus-desk/contract';
import { createLogger, readConfig } from '@campus-desk/service-kit';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { startApi } from '../../api/start.ts';
import { ada, ben } from '../support/api.ts';
import { createDatabase } from '../support/database-server.ts';
import { freePorts } from '../support/free-ports.ts';

const server = process.env.TEST_DATABASE_URL;
const logger = createLogger({ level: 'silent' });
const file = new URL('../../docs/partition-events.sql', import.meta.url);

test.skipIf(!server)(
  '[needs TEST_DATABASE_URL] events that are parted by month, while the API runs, are read, shown and written on',
  async () => {
    const { url, drop } = await createDatabase(server ?? '');
    const [port] = await freePorts(1);
    const config = readConfig({ DATABASE_URL: url, API_PORT: `${port}` });
    const api = await startApi({ config, logger, progress: () => {} });
    const client = createClient({ baseUrl: config.API_URL, token: undefined });
    const typesOf = async (number: number) =>
      (await client.listEvents({ number, role: 'helpdesk' })).events.map(({ type }) => type);
    try {
      const { number } = await client.fileTicket(
        { description: 'No WiFi', actor: ada },
        { idempotencyKey: '1' },
      );
      await client.changeTicket({ number, status: 'active', actor: ben });

      await partition(url);
      await client.changeTicket({ number, status: 'closed', actor: ben });
      const next = await client.fileTicket({ description: 'Cold', actor: ada }, { idempotencyKey: '2' });
      const { events: waiting } = await client.readOutbox({});
      await client.acknowledge({ ids: waiting.map(({ id }) => id) });

      expect(await typesOf(number)).toEqual(['ticket.filed', 'ticket.started', 'ticket.closed']);
      expect(await typesOf(next.number)).toEqual(['ticket.filed']);
      expect(waiting.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
      expect((await client.readOutbox({})).events).toEqual([]);
    } finally {
      await api.stop();
      await drop();
    }
  },
);

/** Runs the file as psql does, a statement at a time, for the month after this one. */
async function partition(url: string): Promise<void> {
  const now = new Date();
  const firstOf = (months: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months)).toISOString().slice(0, 10);
  const commands = (await readFile(file, 'utf8'))
    .replaceAll('2027-01-01', firstOf(1))
    .replaceAll('2027-02-01', firstOf(2))
    .replaceAll(/^--.*$/gm, '');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const command of commands.split(/;\n/)) if (command.trim() !== '') await sql.unsafe(command);
  } finally {
    await sql.end();
  }
}
