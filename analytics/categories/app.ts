import { plainQuerySchema, reportSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { startOfMonth } from '../calendar.ts';
import { correctionsReport } from '../categoriser/report.ts';
import { correctionsWords } from '../categoriser/words.ts';
import { createAnalyticsService, type Parts } from '../service.ts';
import { askApi, summarise } from '../summarise.ts';
import { textsIn } from '../texts/texts.ts';
import { categoriesReport } from './report.ts';
import { categoriesWords } from './words.ts';

/** How many months of corrections are shown. */
const monthsShown = 12;

/** How many tickets are active in each category? And how often was an automatic category wrong? */
export async function createCategories(parts: Parts): Promise<Service> {
  const { client, clock, timeZone } = parts;
  const description = 'Active tickets by category, always with every category.';
  const app = await createAnalyticsService({ name: 'categories', description, parts });
  app.get(
    '/report',
    {
      schema: {
        operationId: 'readCategories',
        summary: 'Active tickets by category',
        description: 'Every category, also without a ticket.',
        querystring: plainQuerySchema,
        response: { 200: reportSchema, ...problems() },
      },
    },
    async ({ query: { language } }) => {
      const now = clock();
      const texts = textsIn(language);
      const request = () => ({ groupBy: 'category', status: 'active' }) as const;
      const summary = await summarise({ client, timeZone, texts, request });
      return { ...categoriesReport({ summary, now, texts }), ...categoriesWords({ summary, texts }) };
    },
  );

  app.get(
    '/categoriser',
    {
      schema: {
        operationId: 'readCorrections',
        summary: 'How often the automatic category was corrected, by month of opening',
        description: 'Of the last twelve months.',
        querystring: plainQuerySchema,
        response: { 200: reportSchema, ...problems() },
      },
    },
    async ({ query: { language } }) => {
      const now = clock();
      const texts = textsIn(language);
      const ask = (zone: string) =>
        client.summariseCorrections({
          openedFrom: startOfMonth({ now, monthsAgo: monthsShown - 1, timeZone: zone }).toISOString(),
          openedTo: startOfMonth({ now, monthsAgo: -1, timeZone: zone }).toISOString(),
        });
      const summary = await askApi({ timeZone, texts, ask });
      return { ...correctionsReport({ summary, now, texts }), ...correctionsWords({ summary, texts }) };
    },
  );
  return app;
}
