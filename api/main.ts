import { createLogger, readConfig, runProgram } from '@campus-desk/service-kit';
import { startApi } from './start.ts';

// npm run start:api: the API alone.
await runProgram(async environment => {
  const config = readConfig(environment);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const api = await startApi({ config, logger: createLogger({ level: config.LOG_LEVEL }), progress: say });
  say(`The API listens at ${api.url} (browse it at ${api.url}/docs), data in ${api.location}.`);
  return api;
});
