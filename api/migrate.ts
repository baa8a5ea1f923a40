import { readConfig, runOnce } from '@campus-desk/service-kit';
import { openDatabase } from '../db/index.ts';

// npm run db:migrate: brings the database to the newest schema, as every start of the API does too.
await runOnce(async environment => {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = readConfig(environment);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const { location, close } = await openDatabase({ databaseUrl, dataDir, progress: say });
  await close();
  say(`The schema is up to date: ${location}.`);
});
