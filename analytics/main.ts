import { type ServiceName, services } from '@campus-desk/contract';
import { createLogger, type Part, readConfig, runProgram } from '@campus-desk/service-kit';
import { startAnalytics } from './start.ts';

const help = `npm run start:analytics -- SERVICE: one analytics service alone.

  backlog      tickets opened in the last hours or days that are not closed yet
  resolution   time from opening to closing, by month of opening
  categories   active tickets by category
  quality      time to the first answer, “Solved?”, places, corrected categories

Each answers GET /report, and reads its data from the API at API_URL.
`;

await runProgram({ help, takesWords: true, start });

type StartInput = { environment: NodeJS.ProcessEnv; words: string[] };

async function start({ environment, words: [name, ...others] }: StartInput): Promise<Part> {
  if (!isService(name) || others.length > 0)
    throw new Error(`Name one service: ${services.join(', ')}. Such as npm run start:analytics -- backlog`);
  const config = readConfig(environment);
  const logger = createLogger({ level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const service = await startAnalytics({ service: name, config, logger });
  process.stdout.write(`The ${name} service answers at ${service.url}/report, from ${config.API_URL}.\n`);
  return service;
}

function isService(name: string | undefined): name is ServiceName {
  return services.some(service => service === name);
}
