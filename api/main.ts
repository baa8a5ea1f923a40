import { createLogger, type Part, readConfig, runProgram } from '@campus-desk/service-kit';
import { startApi } from './start.ts';

const help = `npm run start:api: the API alone, on API_PORT, with the database of DATABASE_URL or DATA_DIR.

Without API_TOKEN it listens on this machine only. The variables are described in README.md, section Configuration.
`;

await runProgram({ help, start: ({ environment }) => start(environment) });

async function start(environment: NodeJS.ProcessEnv): Promise<Part> {
  const config = readConfig(environment);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const api = await startApi({
    config,
    logger: createLogger({ level: config.LOG_LEVEL, format: config.LOG_FORMAT }),
    progress: say,
  });
  say(`The API listens at ${api.url} (browse it at ${api.url}/docs), data in ${api.location}.`);
  return api;
}
