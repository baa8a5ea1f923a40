import { reportSchema, resolutionQuerySchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { startOfMonth } from '../calendar.ts';
import { createAnalyticsService, type Parts } from '../service.ts';
import { summarise } from '../summarise.ts';
import { textsIn } from '../texts/texts.ts';
import { resolutionReport } from './report.ts';
import { resolutionWords } from './words.ts';

/** How long does it take from opening to closing, by month of opening? */
export async function createResolution(parts: Parts): Promise<Service> {
  const { client, clock, timeZone } = parts;
  const description = 'Time from opening to closing, by month of opening in the campus time zone.';
  const app = await createAnalyticsService({ name: 'resolution', description, parts });
  app.get(
    '/report',
    {
      schema: {
        operationId: 'readResolution',
        summary: 'Average time from opening to closing, by month of opening',
        description:
          'Mean, median and 90 % of the tickets that are closed; months without a ticket are there too.',
        querystring: resolutionQuerySchema,
        response: { 200: reportSchema, ...problems() },
      },
    },
    async ({ query: { months, language } }) => {
      const now = clock();
      const texts = textsIn(language);
      const count = (groupBy: 'openedMonth' | 'none') =>
        summarise({
          client,
          timeZone,
          texts,
          request: zone => ({
            groupBy,
            openedFrom: startOfMonth({ now, monthsAgo: months - 1, timeZone: zone }).toISOString(),
            // Whole months only: those the API has counted already.
            openedTo: startOfMonth({ now, monthsAgo: -1, timeZone: zone }).toISOString(),
          }),
        });
      const [summary, overall] = await Promise.all([count('openedMonth'), count('none')]);
      return {
        ...resolutionReport({ summary, months, now, texts }),
        ...resolutionWords({ summary, overall, texts }),
      };
    },
  );
  return app;
}
