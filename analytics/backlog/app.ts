import { backlogQuerySchema, type Category, periodHours, reportSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { createAnalyticsService, type Parts } from '../service.ts';
import { addUp, summarise } from '../summarise.ts';
import { textsIn } from '../texts/texts.ts';
import { groupingOf, spanOf } from './bars.ts';
import { backlogReport } from './report.ts';
import { backlogWords } from './words.ts';

/** How many tickets opened in the last X hours or days are not closed yet? */
export async function createBacklog(parts: Parts): Promise<Service> {
  const { client, clock, timeZone } = parts;
  const description =
    'Tickets opened in the last hours or days that are not closed yet, open and active apart.';
  const app = await createAnalyticsService({ name: 'backlog', description, parts });
  app.get(
    '/report',
    {
      schema: {
        operationId: 'readBacklog',
        summary: 'Tickets opened in the last hours or days that are not closed yet',
        description: 'By hour or day of opening, open and active apart.',
        querystring: backlogQuerySchema,
        response: { 200: reportSchema, ...problems() },
      },
    },
    async ({ query: { last: period, category: only, language } }) => {
      const now = clock();
      const texts = textsIn(language);
      const from = new Date(now.getTime() - periodHours(period) * 3_600_000);
      const count = (category: Category | undefined) =>
        summarise({
          client,
          timeZone,
          texts,
          request: () => ({
            groupBy: groupingOf(spanOf(period)),
            status: 'open,active',
            category,
            openedFrom: from.toISOString(),
            openedTo: now.toISOString(),
          }),
        });
      const summaries = await Promise.all((only ?? [undefined]).map(count));
      const summary = addUp(summaries);
      const report = backlogReport({ summary, period, categories: only, now, texts });
      return { ...report, ...backlogWords({ summary, period, texts }) };
    },
  );
  return app;
}
