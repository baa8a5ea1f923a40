import {
  changeTicketSchema,
  eventListSchema,
  fileTicketSchema,
  idempotencyHeadersSchema,
  listEventsSchema,
  listTicketsSchema,
  numberPathSchema,
  readerSchema,
  splitSchema,
  splitTicketSchema,
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
import { splitTicket } from './split-ticket.ts';

const tags = ['Tickets'];

/** Filing, reading and changing tickets. */
export function addTicketRoutes({ app, context }: { app: Service; context: Context }): void {
  app.post(
    '/v1/tickets',
    {
      schema: {
        tags,
        operationId: 'fileTicket',
        summary: 'File a ticket',
        description:
          'The category, and whether it is urgent, follow from the description. With an Idempotency-Key a filing sent twice makes one ticket.',
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
        operationId: 'listTickets',
        summary: 'List and search tickets',
        description:
          'What the role may see: a user open and active tickets, helpdesk also closed ones. With q the best match comes first.',
        querystring: listTicketsSchema,
        response: { 200: ticketListSchema, ...problems(403) },
      },
    },
    ({ query }) => context.read(db => listTickets({ context: { ...context, db }, query })),
  );

  app.get(
    '/v1/tickets/:number',
    {
      schema: {
        tags,
        operationId: 'getTicket',
        summary: 'One ticket',
        description: 'A closed ticket is answered to helpdesk only.',
        params: numberPathSchema,
        querystring: readerSchema,
        response: { 200: ticketSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query: reader }) => getTicket({ context, number, reader }),
  );

  app.patch(
    '/v1/tickets/:number',
    {
      schema: {
        tags,
        operationId: 'changeTicket',
        summary: 'Edit a ticket or move its status',
        description:
          'Status, category and urgent are for helpdesk. With the version that was read, a change that somebody else was faster with is refused, and the answer carries the ticket as it is now.',
        params: numberPathSchema,
        body: changeTicketSchema,
        response: { 200: ticketSchema, ...problems(403, 404, 409) },
      },
    },
    ({ params: { number }, body: change }) => changeTicket({ context, number, change }),
  );

  app.post(
    '/v1/tickets/:number/split',
    {
      schema: {
        tags,
        operationId: 'splitTicket',
        summary: 'Report the two problems of a ticket separately',
        description: 'The first problem keeps the ticket; the second becomes one that follows up on it.',
        params: numberPathSchema,
        body: splitTicketSchema,
        response: { 201: splitSchema, ...problems(403, 404, 409) },
      },
    },
    async ({ params: { number }, body: split }, reply) => {
      reply.code(201);
      return splitTicket({ context, number, split });
    },
  );

  app.get(
    '/v1/tickets/:number/events',
    {
      schema: {
        tags,
        operationId: 'listEvents',
        summary: 'The full history of a ticket, oldest first',
        description: 'Who did what, when and in which role, with every field before and after.',
        params: numberPathSchema,
        querystring: listEventsSchema,
        response: { 200: eventListSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query }) => listEvents({ context, number, query }),
  );
}
