import { openedPeriodSchema, satisfactionSummarySchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { countHelpful } from '../answers/count-helpful.ts';
import type { Context } from '../context.ts';
import { countAnswers } from './count-answers.ts';

type AddSatisfactionRoutesInput = { app: Service; context: Context; timeZone: string };

/** Before the first ticket, and after the last. */
const ever = { from: '1970-01-01T00:00:00.000Z', to: '9999-01-01T00:00:00.000Z' };

/** Whether reporters say that their tickets are solved. */
export function addSatisfactionRoutes(input: AddSatisfactionRoutesInput): void {
  const { app, context, timeZone } = input;
  app.get(
    '/v1/tickets/satisfaction/summary',
    {
      schema: {
        operationId: 'summariseSatisfaction',
        tags: ['Tickets'],
        summary:
          'What reporters say of their closed tickets, by category, and what was solved before it was filed',
        description:
          'The period is that of opening, half-open. Follow-ups count where the ticket was closed.',
        querystring: openedPeriodSchema,
        response: { 200: satisfactionSummarySchema, ...problems() },
      },
    },
    ({ query: { openedFrom: from = ever.from, openedTo: to = ever.to } }) =>
      context.read(async db => ({
        timeZone,
        categories: await countAnswers({ db, from, to }),
        answers: await countHelpful({ db, from, to }),
      })),
  );
}
