import { similarListSchema, similarQuerySchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { findSimilar } from './find-similar.ts';

/** What others have reported already. */
export function addSimilarRoutes({ app, context }: { app: Service; context: Context }): void {
  app.get(
    '/v1/tickets/similar',
    {
      schema: {
        tags: ['Tickets'],
        operationId: 'findSimilar',
        summary: 'Unclosed tickets that tell of the same problem as a text, best first',
        description:
          'Three at most, in any of the five languages, by what is told, where, and how long ago. A duplicate stands for its original. Nothing says who reported them.',
        querystring: similarQuerySchema,
        response: { 200: similarListSchema, ...problems() },
      },
    },
    ({ query }) => findSimilar({ context, query }),
  );
}
