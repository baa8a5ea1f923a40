import {
  bindThreadSchema,
  numberPathSchema,
  slackRefQuerySchema,
  threadListSchema,
  threadPathSchema,
  threadSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { bindThread } from './bind-thread.ts';
import { findThread } from './find-thread.ts';
import { listThreads } from './list-threads.ts';

const tags = ['Threads'];

/** Which Slack threads belong to which ticket. */
export function addThreadRoutes({ app, context }: { app: Service; context: Context }): void {
  app.put(
    '/v1/tickets/:number/threads/:side',
    {
      schema: {
        tags,
        summary: 'Bind a Slack thread to a ticket',
        params: threadPathSchema,
        body: bindThreadSchema,
        response: { 200: threadSchema, ...problems(404, 422) },
      },
    },
    ({ params: { number, side }, body: ref }) => bindThread({ context, number, side, ref }),
  );

  app.get(
    '/v1/tickets/:number/threads',
    {
      schema: {
        tags,
        summary: 'The Slack threads of a ticket',
        params: numberPathSchema,
        response: { 200: threadListSchema, ...problems(404) },
      },
    },
    ({ params: { number } }) => listThreads({ context, number }),
  );

  app.get(
    '/v1/threads',
    {
      schema: {
        tags,
        summary: 'The thread whose card a Slack message is',
        querystring: slackRefQuerySchema,
        response: { 200: threadSchema, ...problems(404) },
      },
    },
    ({ query: ref }) => findThread({ context, ref }),
  );
}
