import { readConfig, runOnce } from '@campus-desk/service-kit';
import { openDatabase } from '../db/index.ts';
import { databaseOf } from './database-of.ts';

const help = `npm run db:migrate: brings the database of DATABASE_URL, else the embedded one in DATA_DIR, to the newest schema.

Every start of the API does so too, unless MIGRATE is off; several at once wait for each other. It needs the owner of the
schema, the running API does not: its rights are in docs/operations.md.
`;

await runOnce({ help, job: ({ environment }) => migrate(environment) });

async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const database = databaseOf(readConfig(environment));
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const { location, close } = await openDatabase({
    ...database,
    readUrl: undefined,
    migrating: 'auto',
    progress: say,
  });
  await close();
  say(`The schema is up to date: ${location}.`);
}
