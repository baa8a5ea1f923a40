import type { z } from 'zod';
import type { CallService } from './call.ts';
import { type CorrectionSummary, correctionSummarySchema } from './categoriser.ts';
import type { OpenedPeriod } from './opened-period.ts';
import { type ResponseSummary, responseSummarySchema } from './response.ts';
import { type SatisfactionSummary, satisfactionSummarySchema } from './satisfaction.ts';
import { type Summary, type summaryQuerySchema, summarySchema } from './summary.ts';

/** The calls of the reports: tickets counted, never listed. */
export function createSummaryCalls({ call }: { call: CallService }) {
  return {
    summarise: (query: z.input<typeof summaryQuerySchema>): Promise<Summary> =>
      call({ method: 'GET', path: '/v1/tickets/summary', query, answer: summarySchema }),

    /** How often people corrected the categoriser, by month of opening. */
    summariseCorrections: (query: OpenedPeriod): Promise<CorrectionSummary> =>
      call({
        method: 'GET',
        path: '/v1/categoriser/corrections/summary',
        query,
        answer: correctionSummarySchema,
      }),

    /** How fast helpdesk first answered, by month of opening. */
    summariseResponses: (query: OpenedPeriod): Promise<ResponseSummary> =>
      call({
        method: 'GET',
        path: '/v1/tickets/responses/summary',
        query,
        answer: responseSummarySchema,
      }),

    /** What reporters say of their closed tickets, by category. */
    summariseSatisfaction: (query: OpenedPeriod): Promise<SatisfactionSummary> =>
      call({
        method: 'GET',
        path: '/v1/tickets/satisfaction/summary',
        query,
        answer: satisfactionSummarySchema,
      }),
  };
}
