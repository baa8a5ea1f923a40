import {
  type OpenedPeriod,
  type QualityTopic,
  qualityQuerySchema,
  type Report,
  reportSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { startOfMonth } from '../calendar.ts';
import { correctionsReport } from '../categoriser/report.ts';
import { correctionsWords } from '../categoriser/words.ts';
import { createAnalyticsService, type Parts } from '../service.ts';
import { askApi, summarise } from '../summarise.ts';
import { type Texts, textsIn } from '../texts/texts.ts';
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
    async ({ query: { about, months, language } }) =>
      reports[about]({ client, timeZone, months, now: clock(), texts: textsIn(language) }),
  );
  return app;
}

type Question = Pick<Parts, 'client' | 'timeZone'> & { months: number; now: Date; texts: Texts };

const reports: Record<QualityTopic, (question: Question) => Promise<Report>> = {
  response: async question => {
    const ask = (period: OpenedPeriod) => question.client.summariseResponses(period);
    return responseReport({ ...question, summary: await askOpened({ ...question, ask }) });
  },
  satisfaction: async question => {
    const ask = (period: OpenedPeriod) => question.client.summariseSatisfaction(period);
    return satisfactionReport({ ...question, summary: await askOpened({ ...question, ask }) });
  },
  places: async question => {
    const request = () => ({ groupBy: 'place' }) as const;
    return placesReport({ ...question, summary: await summarise({ ...question, request }) });
  },
  corrections: async question => {
    const ask = (period: OpenedPeriod) => question.client.summariseCorrections(period);
    const summary = await askOpened({ ...question, ask });
    return {
      ...correctionsReport({ ...question, summary }),
      service: 'quality',
      ...correctionsWords({ ...question, summary }),
    };
  },
};

type AskOpenedInput<Answer> = Question & { ask: (period: OpenedPeriod) => Promise<Answer> };

/** What the API answers for the tickets opened in these last months. */
function askOpened<Answer extends { timeZone: string }>(input: AskOpenedInput<Answer>): Promise<Answer> {
  const { ask, months, now, timeZone, texts } = input;
  const month = (monthsAgo: number, zone: string) =>
    startOfMonth({ now, monthsAgo, timeZone: zone }).toISOString();
  return askApi({
    timeZone,
    texts,
    ask: zone => ask({ openedFrom: month(months - 1, zone), openedTo: month(-1, zone) }),
  });
}
