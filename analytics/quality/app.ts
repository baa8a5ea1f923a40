import { qualityQuerySchema, reportSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { startOfMonth } from '../calendar.ts';
import { correctionsReport } from '../categoriser/report.ts';
import { correctionsWords } from '../categoriser/words.ts';
import { createAnalyticsService, type Parts } from '../service.ts';
import { askApi, summarise } from '../summarise.ts';
import { textsIn } from '../texts/texts.ts';
import { placesReport } from './places/report.ts';
import { responseReport } from './response/report.ts';
import { satisfactionReport } from './satisfaction/report.ts';

/** How fast is the first answer? Do reporters say that it is solved? Where are problems? How often was an automatic category wrong? */
export async function createQuality(parts: Parts): Promise<Service> {
  const { client, clock, timeZone } = parts;
  const description =
    'How fast helpdesk first answers, whether reporters say that it is solved, where problems are, and how often people correct a category.';
  const app = await createAnalyticsService({ name: 'quality', description, parts });
  app.get(
    '/report',
    {
      schema: {
        operationId: 'readQuality',
        summary: 'First answers, answers to “Solved?”, what is not closed by place, or corrected categories',
        description: 'A first answer is a message of helpdesk, or the start of work.',
        querystring: qualityQuerySchema,
        response: { 200: reportSchema, ...problems() },
      },
    },
    async ({ query: { about, months, language } }) => {
      const now = clock();
      const texts = textsIn(language);
      const opened = (zone: string) => ({
        openedFrom: startOfMonth({ now, monthsAgo: months - 1, timeZone: zone }).toISOString(),
        openedTo: startOfMonth({ now, monthsAgo: -1, timeZone: zone }).toISOString(),
      });
      if (about === 'response') {
        const summary = await askApi({
          timeZone,
          texts,
          ask: zone => client.summariseResponses(opened(zone)),
        });
        return responseReport({ summary, months, now, texts });
      }
      if (about === 'satisfaction') {
        const summary = await askApi({
          timeZone,
          texts,
          ask: zone => client.summariseSatisfaction(opened(zone)),
        });
        return satisfactionReport({ summary, months, now, texts });
      }
      if (about === 'places') {
        const request = () => ({ groupBy: 'place' }) as const;
        const summary = await summarise({ client, timeZone, texts, request });
        return placesReport({ summary, now, texts });
      }
      const summary = await askApi({
        timeZone,
        texts,
        ask: zone => client.summariseCorrections(opened(zone)),
      });
      return {
        ...correctionsReport({ summary, now, texts }),
        service: 'quality' as const,
        ...correctionsWords({ summary, texts }),
      };
    },
  );
  return app;
}
