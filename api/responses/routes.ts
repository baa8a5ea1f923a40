import { openedPeriodSchema, responseSummarySchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { summariseResponses } from './summarise-responses.ts';

type AddResponseRoutesInput = { app: Service; context: Context; timeZone: string };

/** How fast helpdesk answers. */
export function addResponseRoutes({ app, context: { read }, timeZone }: AddResponseRoutesInput): void {
  app.get(
    '/v1/tickets/responses/summary',
    {
      schema: {
        operationId: 'summariseResponses',
        tags: ['Tickets'],
        summary: 'Time to the first word or start of helpdesk, by month of opening',
        description: 'The period is half-open; months are those of the campus time zone.',
        querystring: openedPeriodSchema,
        response: { 200: responseSummarySchema, ...problems() },
      },
    },
    ({ query }) => read(db => summariseResponses({ db, query, timeZone })),
  );
}
