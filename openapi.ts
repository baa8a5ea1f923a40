import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, services } from '@campus-desk/contract';
import { createLogger, runOnce, type Service } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { createAnalytics } from './analytics/start.ts';
import { createApi } from './api/app.ts';
import { unconnectedDatabase } from './db/index.ts';

const help = `npm run openapi -- FOLDER: writes the OpenAPI documents of the API and the analytics services into a folder.

Nothing listens for that, and no database is needed. A running part answers its own at /openapi.json.
`;

await runOnce({
  help,
  takesWords: true,
  job: async ({ words: [folder] }) => {
    if (folder === undefined) throw new Error('Name the folder to write to: npm run openapi -- FOLDER');
    await mkdir(folder, { recursive: true });
    const parts = services.map(name => ({ name, service: () => createAnalytics[name](silentParts()) }));
    for (const { name, service } of [{ name: 'api', service: apiAlone }, ...parts])
      await writeFile(join(folder, `${name}.json`), await describe(await service()));
  },
});

/** What the documents do not depend on. */
function silentParts() {
  return {
    client: createClient({ baseUrl: 'http://127.0.0.1', token: undefined }),
    clock: () => new Date(),
    timeZone: 'UTC',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
  };
}

function apiAlone(): Promise<Service> {
  const db = unconnectedDatabase();
  return createApi({
    ...silentParts(),
    db,
    reserved: db,
    session: db,
    categoriser: {
      version: '',
      categorise: () => {
        throw new Error('Nothing is categorised here.');
      },
    },
    learn: () => {},
    similar: { find: async () => [] },
    findNote: async () => undefined,
    databaseTime: () => sql`now()`,
    newId: () => '',
    maxWritesPerSecond: 20,
  });
}

async function describe(service: Service): Promise<string> {
  await service.ready();
  const document = service.swagger();
  await service.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
