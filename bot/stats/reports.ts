import {
  type Analysis,
  analyses,
  analysisNames,
  type Report,
  reportSchema,
} from '../../api/contract/index.ts';
import { createCall } from '../../api/kit/call.ts';
import { hasCode, unavailable } from '../../api/kit/errors.ts';
import type { Inquiry } from './question.ts';

/** Where the services of the statistics are. */
export type StatsAddresses = Record<Analysis | 'charts', string>;

/** Where they are when nobody says otherwise (design.md §8). */
export const localStatsUrls: StatsAddresses = {
  backlog: 'http://127.0.0.1:3003',
  resolution: 'http://127.0.0.1:3004',
  categories: 'http://127.0.0.1:3005',
  charts: 'http://127.0.0.1:3006',
};

/** Asks an analytics service; throws `unavailable` with the missing part named. */
export type ReadReport = (inquiry: Inquiry) => Promise<Report>;

/** A slow service may cost this much of the 5 seconds after which every missing part is named. */
const timeoutMs = 2500;

export function createReadReport({
  addresses,
  token,
}: {
  addresses: Record<Analysis, string>;
  token: string | undefined;
}): ReadReport {
  const calls = new Map(
    analyses.map(one => [one, createCall({ baseUrl: addresses[one], token, timeoutMs })] as const),
  );
  return async ({ analysis, query }) => {
    const call = calls.get(analysis) ?? createCall({ baseUrl: addresses[analysis], token, timeoutMs });
    try {
      return await call({ method: 'GET', path: '/report', query, answer: reportSchema });
    } catch (error) {
      // A problem that the service itself answered says what is missing behind it.
      if (!hasCode(error, 'unavailable') || error.details.requestId !== undefined) throw error;
      throw unavailable({
        message: `The service for “${analysisNames[analysis]}” cannot be reached. Try again in a moment.`,
        cause: error,
      });
    }
  };
}
