import { createClient, type ServiceName } from '@campus-desk/contract';
import { type Config, hostFor, type Logger, listen, type Part, type Service } from '@campus-desk/service-kit';
import { createBacklog } from './backlog/app.ts';
import { createCategories } from './categories/app.ts';
import { createCharts } from './charts/app.ts';
import { createQuality } from './quality/app.ts';
import { createResolution } from './resolution/app.ts';
import type { Parts } from './service.ts';

export type RunningService = Part & { url: string };

/** Every analytics service by its name, not listening yet. */
export const createAnalytics: Record<ServiceName, (parts: Parts) => Promise<Service>> = {
  backlog: createBacklog,
  resolution: createResolution,
  categories: createCategories,
  quality: createQuality,
};

type StartAnalyticsInput = { service: ServiceName; config: Config; logger: Logger };

/** One analytics service, listening on its port; throws when the port is taken. */
export async function startAnalytics(input: StartAnalyticsInput): Promise<RunningService> {
  const { service, config, logger } = input;
  const app = await createAnalytics[service]({
    client: createClient({ baseUrl: config.API_URL, token: config.API_TOKEN }),
    clock: () => new Date(),
    timeZone: config.CAMPUS_TIME_ZONE,
    logger,
    token: config.API_TOKEN,
    metricsToken: config.METRICS_TOKEN,
  });
  const ports = {
    backlog: config.BACKLOG_PORT,
    resolution: config.RESOLUTION_PORT,
    categories: config.CATEGORIES_PORT,
    quality: config.QUALITY_PORT,
  };
  const url = await listen({ app, host: hostFor({ config, logger, service }), port: ports[service] });
  return { url, stop: () => app.close() };
}

type StartChartsInput = { config: Config; logger: Logger };

/** The chart server, listening on its port; it needs no token, because it has no data. */
export async function startCharts({ config, logger }: StartChartsInput): Promise<RunningService> {
  // Slack's servers, or a bot elsewhere, fetch charts without a token: where there is one, machines are not shared.
  const { API_TOKEN: token, METRICS_TOKEN: metricsToken, CHARTS_PORT: port } = config;
  const metricsTokens = [token, metricsToken].filter(one => one !== undefined);
  const app = await createCharts({ logger, metricsTokens, answersAnyHost: token !== undefined });
  const url = await listen({ app, host: hostFor({ config, logger, service: 'charts' }), port });
  return { url, stop: () => app.close() };
}
