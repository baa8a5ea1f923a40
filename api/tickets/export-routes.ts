import { exportTicketsSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { exportTickets } from './export-tickets.ts';

const csv = {
  description: 'A line for the names of the columns, then one for each ticket.',
  // A stream, which the text of the file comes from.
  content: { 'text/csv': { schema: z.unknown().meta({ type: 'string' }) } },
};

/** The tickets as a file for spreadsheets. */
export function addExportRoutes({ app, context }: { app: Service; context: Context }): void {
  app.get(
    '/v1/tickets.csv',
    {
      schema: {
        tags: ['Tickets'],
        operationId: 'exportTickets',
        summary: 'List and search tickets, as CSV',
        description:
          'The same filters and the same rights as in the list. Times are ISO 8601 in UTC, durations in hours; what a spreadsheet would take for a formula is kept from being one.',
        querystring: exportTicketsSchema,
        response: { 200: csv, ...problems(403) },
      },
    },
    async ({ query }, reply) => {
      const name = `tickets-${context.clock().toISOString().slice(0, 10)}.csv`;
      reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
      return reply.send(await exportTickets({ context, query }));
    },
  );
}
