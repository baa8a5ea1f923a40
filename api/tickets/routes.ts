import {
  changeTicketSchema,
  eventListSchema,
  fileTicketSchema,
  getTicketSchema,
  idempotencyHeadersSchema,
  listEventsSchema,
  listTicketsSchema,
  numberPathSchema,
  ticketListSchema,
  ticketSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { changeTicket } from './change-ticket.ts';
import { fileTicket } from './file-ticket.ts';
import { getTicket } from './get-ticket.ts';
import { listEvents } from './list-events.ts';
import { listTickets } from './list-tickets.ts';

const tags = ['Tickets'];

/** Filing, reading and changing tickets. */
export function addTicketRoutes({ app, context }: { app: Service; context: Context }): void {
  app.post(
    '/v1/tickets',
    {
      schema: {
        tags,
        summary: 'File a ticket',
        headers: idempotencyHeadersSchema,
        body: fileTicketSchema,
        response: { 201: ticketSchema, ...problems(422) },
      },
    },
    async ({ body: filing, headers }, reply) => {
      reply.code(201);
      return fileTicket({ context, filing, idempotencyKey: headers['idempotency-key'] });
    },
  );

  app.get(
    '/v1/tickets',
    {
      schema: {
        tags,
        summary: 'List and search tickets',
        querystring: listTicketsSchema,
        response: { 200: ticketListSchema, ...problems(403) },
      },
    },
    ({ query }) => listTickets({ context, query }),
  );

  app.get(
    '/v1/tickets/:number',
    {
      schema: {
        tags,
        summary: 'One ticket',
        params: numberPathSchema,
        querystring: getTicketSchema,
        response: { 200: ticketSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query: { role } }) => getTicket({ context, number, role }),
  );

  app.patch(
    '/v1/tickets/:number',
    {
      schema: {
        tags,
        summary: 'Edit a ticket or move its status',
        params: numberPathSchema,
        body: changeTicketSchema,
        response: { 200: ticketSchema, ...problems(403, 404, 409) },
      },
    },
    ({ params: { number }, body: change }) => changeTicket({ context, number, change }),
  );

  app.get(
    '/v1/tickets/:number/events',
    {
      schema: {
        tags,
        summary: 'The full history of a ticket, oldest first',
        params: numberPathSchema,
        querystring: listEventsSchema,
        response: { 200: eventListSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query }) => listEvents({ context, number, query }),
  );
}
