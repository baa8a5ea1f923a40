import { createLogger, readConfig, runProgram } from '@campus-desk/service-kit';
import { startCharts } from '../start.ts';

// npm run start:charts: the chart server alone.
await runProgram(async environment => {
  const config = readConfig(environment);
  const charts = await startCharts({ config, logger: createLogger({ level: config.LOG_LEVEL }) });
  process.stdout.write(`The chart server answers at ${charts.url}/chart.\n`);
  return charts;
});
