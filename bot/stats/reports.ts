import {
  createCall,
  hasCode,
  type Report,
  reportSchema,
  type ServiceName,
  services,
  type Topic,
  unavailable,
} from '@campus-desk/contract';
import type { StatsAddresses } from '../config.ts';
import type { Texts } from '../ui/texts/texts.ts';
import type { ReportRequest } from './stats-request.ts';

/** Asks an analytics service for a report in the language of `texts`; throws `unavailable` with the missing part named. */
export type ReadReport = (request: ReportRequest & { texts: Texts }) => Promise<Report>;

/** Which service answers for which topic, and under which path. */
const sources: Record<Topic, { service: ServiceName; path: string }> = {
  backlog: { service: 'backlog', path: '/report' },
  resolution: { service: 'resolution', path: '/report' },
  categories: { service: 'categories', path: '/report' },
  response: { service: 'quality', path: '/report' },
  satisfaction: { service: 'quality', path: '/report' },
  places: { service: 'quality', path: '/report' },
  corrections: { service: 'quality', path: '/report' },
  categoriser: { service: 'categories', path: '/categoriser' },
};

/** A slow service may cost this much of the 5 seconds after which every missing part is named. */
const timeoutMs = 2500;

type CreateReadReportInput = { addresses: StatsAddresses; token: string | undefined };

/** Asks the services at these addresses; one that has no address is missing. */
export function createReadReport({ addresses, token }: CreateReadReportInput): ReadReport {
  const calls = new Map<ServiceName, ReturnType<typeof createCall>>();
  for (const service of services) {
    const baseUrl = addresses[service];
    if (baseUrl !== undefined) calls.set(service, createCall({ baseUrl, token, timeoutMs }));
  }
  return async ({ analysis, query, texts }) => {
    const { service, path } = sources[analysis];
    const call = calls.get(service);
    const missing = (cause?: unknown) =>
      unavailable({
        message: texts.stats.unreachable({ topic: texts.stats.topic[analysis] }),
        cause,
      });
    if (call === undefined) throw missing();
    // English is what a service answers unasked, also one of the release before this.
    const asked = texts.language === 'en' ? query : { ...query, language: texts.language };
    try {
      return await call({ method: 'GET', path, query: asked, answer: reportSchema });
    } catch (error) {
      // A problem that the service itself answered says what is missing behind it.
      if (!hasCode(error, 'unavailable') || error.details.requestId !== undefined) throw error;
      throw missing(error);
    }
  };
}
