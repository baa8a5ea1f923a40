import { z } from 'zod';
import { reportSchema } from '../../api/contract/index.ts';
import { problems } from '../../api/kit/responses.ts';
import type { Service } from '../../api/kit/service.ts';
import { createAnalyticsService, type Parts } from '../service.ts';
import { summarise } from '../summarise.ts';
import { categoriesReport } from './report.ts';

/** How many tickets are active in each category? */
export async function createCategories(parts: Parts): Promise<Service> {
  const { client, clock, timeZone } = parts;
  const description = 'Active tickets by category, all categories always there.';
  const app = await createAnalyticsService({ name: 'categories', description, parts });
  app.get(
    '/report',
    {
      schema: {
        summary: 'Active tickets by category',
        querystring: z.strictObject({}),
        response: { 200: reportSchema, ...problems() },
      },
    },
    async () => {
      const now = clock();
      const question = () => ({ groupBy: 'category', status: 'active' }) as const;
      const summary = await summarise({ client, timeZone, question });
      return categoriesReport({ summary, now });
    },
  );
  return app;
}
