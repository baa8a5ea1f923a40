import { type Analysis, analyses } from '@campus-desk/contract';
import { createLogger, readConfig, runProgram } from '@campus-desk/service-kit';
import { startAnalytics } from './start.ts';

const help = `Usage: npm run start:analytics -- <service>

  backlog      tickets opened in the last hours or days that are not closed yet
  resolution   time from opening to closing, by month of opening
  categories   active tickets by category

Each service answers GET /report, and reads its data from the API at API_URL.`;

// npm run start:analytics -- backlog: one analytics service alone.
const wanted = process.argv[2];
if (wanted === '--help' || wanted === '-h') process.stdout.write(`${help}\n`);
else
  await runProgram(async environment => {
    if (!isAnalysis(wanted)) throw new Error(help);
    const config = readConfig(environment);
    const logger = createLogger({ level: config.LOG_LEVEL });
    const service = await startAnalytics({ service: wanted, config, logger });
    process.stdout.write(`The ${wanted} service answers at ${service.url}/report, from ${config.API_URL}.\n`);
    return service;
  });

function isAnalysis(name: string | undefined): name is Analysis {
  return analyses.some(analysis => analysis === name);
}
