import {
  personExportSchema,
  personPathSchema,
  privacyActListSchema,
  privacyActSchema,
  privacyOrderSchema,
  purgedSchema,
  purgeOrderSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { exportPerson } from './export-person.ts';
import { forgetPerson } from './forget-person.ts';
import { purgeTickets } from './purge-tickets.ts';
import { listActs } from './record-act.ts';

const tags = ['Privacy'];

/** What a data-protection officer needs: give out, forget, purge, and the history of that. */
export function addPrivacyRoutes({ app, context }: { app: Service; context: Context }): void {
  app.post(
    '/v1/people/:id/export',
    {
      schema: {
        tags,
        operationId: 'exportPerson',
        summary: 'Everything that is stored about a person',
        description:
          'Tickets they reported or work on, what they wrote and what they did. The history keeps who asked.',
        params: personPathSchema,
        body: privacyOrderSchema,
        response: { 200: personExportSchema, ...problems() },
      },
    },
    ({ params: { id }, body: { by } }) => exportPerson({ context, id, by }),
  );

  app.post(
    '/v1/people/:id/forget',
    {
      schema: {
        tags,
        operationId: 'forgetPerson',
        summary: 'Remove a person: their texts, their name and their id',
        description:
          'The tickets they reported lose every text; counts and times stay. It cannot be undone. Cards and copies in Slack follow.',
        params: personPathSchema,
        body: privacyOrderSchema,
        response: { 200: privacyActSchema, ...problems() },
      },
    },
    ({ params: { id }, body: { by } }) => forgetPerson({ context, id, by }),
  );

  app.post(
    '/v1/tickets/purge',
    {
      schema: {
        tags,
        operationId: 'purgeTickets',
        summary: 'Remove texts and names of tickets that were closed long ago',
        description: 'At most 10,000 tickets a call; isMore says whether to call again. It cannot be undone.',
        body: purgeOrderSchema,
        response: { 200: purgedSchema, ...problems() },
      },
    },
    ({ body: order }) => purgeTickets({ context, order }),
  );

  app.get(
    '/v1/privacy/acts',
    {
      schema: {
        tags,
        operationId: 'listPrivacyActs',
        summary: 'What was exported, forgotten and purged, newest first',
        description: 'The last thousand acts, each with who did it and what it was about, counted.',
        response: { 200: privacyActListSchema, ...problems() },
      },
    },
    async () => ({ acts: await listActs({ db: context.db }) }),
  );
}
