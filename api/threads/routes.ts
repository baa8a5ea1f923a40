import {
  bindThreadSchema,
  findThreadSchema,
  listThreadStatesSchema,
  listThreadsSchema,
  numberPathSchema,
  rememberThreadSchema,
  threadListSchema,
  threadPathSchema,
  threadSchema,
  threadStateListSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { bindThread } from './bind-thread.ts';
import { findThread } from './find-thread.ts';
import { listThreadStates } from './list-thread-states.ts';
import { listThreads } from './list-threads.ts';
import { rememberThread } from './remember-thread.ts';

const tags = ['Threads'];

/** Which Slack threads belong to which ticket. */
export function addThreadRoutes({ app, context }: { app: Service; context: Context }): void {
  app.put(
    '/v1/tickets/:number/threads/:side',
    {
      schema: {
        tags,
        operationId: 'bindThread',
        summary: 'Bind a Slack thread to a ticket',
        description: 'What is written in the thread is the conversation of the ticket from now on.',
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
        operationId: 'listThreads',
        summary: 'The Slack threads of a ticket',
        description:
          'One in the helpdesk channel, one in the direct messages of the reporter, as far as they are bound.',
        params: numberPathSchema,
        querystring: listThreadsSchema,
        response: { 200: threadListSchema, ...problems(404) },
      },
    },
    ({ params: { number }, query }) => listThreads({ context, number, ...query }),
  );

  app.get(
    '/v1/threads',
    {
      schema: {
        tags,
        operationId: 'findThread',
        summary: 'The thread whose card a Slack message is, or was',
        description: 'With former=true places where the card stood before are found too.',
        querystring: findThreadSchema,
        response: { 200: threadSchema, ...problems(404) },
      },
    },
    ({ query }) => findThread({ context, ...query }),
  );

  app.get(
    '/v1/threads/unclosed',
    {
      schema: {
        tags,
        operationId: 'listThreadStates',
        summary: 'The threads of tickets that are not closed, with what was last seen of them in Slack',
        description: 'For catching up: only threads that changed since need to be read.',
        querystring: listThreadStatesSchema,
        response: { 200: threadStateListSchema, ...problems() },
      },
    },
    ({ query }) => listThreadStates({ context, query }),
  );

  app.put(
    '/v1/threads/seen',
    {
      schema: {
        tags,
        operationId: 'rememberThread',
        summary: 'Remember what was seen of a thread in Slack, once everything in it is stored',
        description: 'The next catching up passes the thread by while Slack says the same of it.',
        body: rememberThreadSchema,
        response: { 200: threadSchema, ...problems(404) },
      },
    },
    ({ body }) => rememberThread({ context, ...body }),
  );
}
