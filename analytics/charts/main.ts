import { createLogger, type Part, readConfig, runProgram } from '@campus-desk/service-kit';
import { startCharts } from '../start.ts';

const help = `npm run start:charts: the chart server alone, on CHARTS_PORT; it answers as a QuickChart server does.
`;

await runProgram({ help, start: ({ environment }) => start(environment) });

async function start(environment: NodeJS.ProcessEnv): Promise<Part> {
  const config = readConfig(environment);
  const charts = await startCharts({
    config,
    logger: createLogger({ level: config.LOG_LEVEL, format: config.LOG_FORMAT }),
  });
  process.stdout.write(`The chart server answers at ${charts.url}/chart.\n`);
  return charts;
}
