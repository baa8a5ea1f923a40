import { summaryQuerySchema, summarySchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Read } from '../reading.ts';
import { summariseTickets } from './summarise-tickets.ts';

type AddSummaryRoutesInput = { app: Service; read: Read; timeZone: string };

/** Counting for analytics. */
export function addSummaryRoutes({ app, read, timeZone }: AddSummaryRoutesInput): void {
  app.get(
    '/v1/tickets/summary',
    {
      schema: {
        tags: ['Tickets'],
        operationId: 'summariseTickets',
        summary: 'Count tickets and the time to their closing',
        description: 'Periods are half-open; hours, days and months are those of the campus time zone.',
        querystring: summaryQuerySchema,
        response: { 200: summarySchema, ...problems() },
      },
    },
    ({ query }) => read(db => summariseTickets({ db, query, timeZone })),
  );
}
