import {
  type Analysis,
  analyses,
  createCall,
  hasCode,
  type Report,
  reportSchema,
  type Topic,
  topicNames,
  unavailable,
} from '@campus-desk/contract';
import type { ReportRequest } from './stats-request.ts';

/** Asks an analytics service; throws `unavailable` with the missing part named. */
export type ReadReport = (reportRequest: ReportRequest) => Promise<Report>;

/** Which service answers for which topic, and under which path. */
const sources: Record<Topic, { service: Analysis; path: string }> = {
  backlog: { service: 'backlog', path: '/report' },
  resolution: { service: 'resolution', path: '/report' },
  categories: { service: 'categories', path: '/report' },
  categoriser: { service: 'categories', path: '/categoriser' },
};

/** A slow service may cost this much of the 5 seconds after which every missing part is named. */
const timeoutMs = 2500;

type CreateReadReportInput = { addresses: Record<Analysis, string>; token: string | undefined };

export function createReadReport({ addresses, token }: CreateReadReportInput): ReadReport {
  const calls = new Map(
    analyses.map(one => [one, createCall({ baseUrl: addresses[one], token, timeoutMs })] as const),
  );
  return async ({ analysis, query }) => {
    const { service, path } = sources[analysis];
    const call = calls.get(service) ?? createCall({ baseUrl: addresses[service], token, timeoutMs });
    try {
      return await call({ method: 'GET', path, query, answer: reportSchema });
    } catch (error) {
      // A problem that the service itself answered says what is missing behind it.
      if (!hasCode(error, 'unavailable') || error.details.requestId !== undefined) throw error;
      throw unavailable({
        message: `The service for “${topicNames[analysis]}” cannot be reached. Try again in a moment.`,
        cause: error,
      });
    }
  };
}
