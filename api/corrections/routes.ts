import {
  categorisationSchema,
  categoriseSchema,
  contradictingCategory,
  correctionSummarySchema,
  openedPeriodSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { summariseCorrections } from './summarise-corrections.ts';

const tags = ['Categoriser'];

type AddCategoriserRoutesInput = { app: Service; context: Context; timeZone: string };

/** The categoriser's answers, and how often people corrected them. */
export function addCategoriserRoutes(input: AddCategoriserRoutesInput): void {
  const { app, timeZone } = input;
  const { read, categoriser, tellsOfDanger, findAnswer, findNote } = input.context;
  app.post(
    '/v1/categorise',
    {
      schema: {
        tags,
        operationId: 'categorise',
        summary: 'The category of a text, and why, and whether it tells of danger',
        description: 'Nothing is stored. Any text is answered; one without any meaning is answered unsure.',
        body: categoriseSchema,
        response: { 200: categorisationSchema, ...problems() },
      },
    },
    async ({ body: { text, answers = true } }) => {
      const found = { ...categoriser.categorise(text), urgent: tellsOfDanger(text) };
      if (!answers) return found;
      const answer = findAnswer(text);
      const category = contradictingCategory(found);
      const earlier = found.urgent || answer !== undefined ? undefined : await findNote({ text, category });
      return { ...found, answer, earlier };
    },
  );

  app.get(
    '/v1/categoriser/corrections/summary',
    {
      schema: {
        tags,
        operationId: 'summariseCorrections',
        summary: 'How often people corrected the categoriser, by month of opening',
        description: 'The period is half-open; months are those of the campus time zone.',
        querystring: openedPeriodSchema,
        response: { 200: correctionSummarySchema, ...problems() },
      },
    },
    ({ query }) => read(db => summariseCorrections({ db, query, timeZone })),
  );
}
