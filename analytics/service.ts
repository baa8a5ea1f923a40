import { analysisNames, type Client, type ServiceName } from '@campus-desk/contract';
import { createService, keepRequestId, type Logger, type Service } from '@campus-desk/service-kit';

/** What every analytics service is made from. */
export type Parts = {
  client: Client;
  clock: () => Date;
  timeZone: string;
  logger: Logger;
  token: string | undefined;
  /** What the metrics can be read with besides it. */
  metricsToken?: string | undefined;
};

type CreateAnalyticsServiceInput = { name: ServiceName; description: string; parts: Parts };

/** An analytics service without its routes; it is ready while the API is. */
export async function createAnalyticsService(input: CreateAnalyticsServiceInput): Promise<Service> {
  const { name, description } = input;
  const { client, logger, token, metricsToken } = input.parts;
  const app = await createService({
    name,
    title: `Campus Desk analytics: ${name === 'quality' ? 'Quality' : analysisNames[name]}`,
    description,
    logger,
    token,
    metricsTokens: metricsToken === undefined ? [] : [metricsToken],
    isReady: () => client.checkReady(),
  });
  keepRequestId(app);
  return app;
}
