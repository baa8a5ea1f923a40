import type { ServerResponse } from 'node:http';
import {
  acknowledgedSchema,
  acknowledgeSchema,
  numberPathSchema,
  outboxSchema,
  readOutboxExceptSchema,
  readOutboxSchema,
  readSubjectSchema,
  refusedSchema,
  retriedSchema,
  retryOutboxSchema,
  subjectSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { acknowledge } from './acknowledge.ts';
import { listRefused } from './list-refused.ts';
import type { OutboxNotifier } from './notifier.ts';
import { readOutbox } from './read-outbox.ts';
import { readSubject } from './read-subject.ts';
import { retryRefused } from './retry-refused.ts';

const tags = ['Outbox'];

type AddOutboxRoutesInput = { app: Service; context: Context; notifier: OutboxNotifier };

/** What Slack does not show yet. */
export function addOutboxRoutes({ app, context, notifier }: AddOutboxRoutesInput): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const untilGone = (answer: ServerResponse) => {
    const gone = new AbortController();
    answer.once('close', () => gone.abort());
    return AbortSignal.any([closing.signal, gone.signal]);
  };

  app.get(
    '/v1/outbox',
    {
      schema: {
        tags,
        operationId: 'readOutbox',
        summary: 'Events not yet shown in Slack, oldest first; waits for one if asked',
        description: 'An event stays in the outbox until it is acknowledged.',
        querystring: readOutboxSchema,
        response: { 200: outboxSchema, ...problems() },
      },
    },
    ({ query: { limit, wait } }, reply) =>
      readOutbox({ db: context.db, notifier, limit, waitMs: wait * 1000, signal: untilGone(reply.raw) }),
  );

  app.post(
    '/v1/outbox/read',
    {
      schema: {
        tags,
        operationId: 'readOutboxExcept',
        summary: 'The same without the events that are being shown already',
        description: 'So whoever shows events can wait for others, and read on behind however many wait.',
        querystring: readOutboxSchema,
        body: readOutboxExceptSchema,
        response: { 200: outboxSchema, ...problems() },
      },
    },
    ({ query: { limit, wait }, body: { except } }, reply) => {
      const signal = untilGone(reply.raw);
      return readOutbox({ db: context.db, notifier, limit, except, waitMs: wait * 1000, signal });
    },
  );

  app.post(
    '/v1/outbox/tickets/:number',
    {
      schema: {
        tags,
        operationId: 'readSubject',
        summary: 'What the events of a ticket are about, as helpdesk sees it now',
        description: 'The ticket, its Slack threads, and the named messages under it.',
        params: numberPathSchema,
        body: readSubjectSchema,
        response: { 200: subjectSchema, ...problems(404) },
      },
    },
    ({ params: { number }, body }) => readSubject({ context, number, ...body }),
  );

  app.post(
    '/v1/outbox/ack',
    {
      schema: {
        tags,
        operationId: 'acknowledge',
        summary: 'Take events out of the outbox: shown, or given up for a reason',
        description: 'With the fence of the lease, what an earlier holder still says is refused.',
        body: acknowledgeSchema,
        response: { 200: acknowledgedSchema, ...problems(409) },
      },
    },
    ({ body }) => acknowledge({ context, ...body }),
  );

  app.get(
    '/v1/outbox/refused',
    {
      schema: {
        tags,
        operationId: 'listRefused',
        summary: 'What Slack refused for a reason that can be put right, counted by reason and channel',
        description: 'Such as a channel that the bot was removed from. Nothing of it is lost.',
        response: { 200: refusedSchema, ...problems() },
      },
    },
    () => listRefused({ context }),
  );

  app.post(
    '/v1/outbox/retry',
    {
      schema: {
        tags,
        operationId: 'retryRefused',
        summary: 'Put refused events back into the outbox',
        description: 'Those of one place in Slack, of one ticket, or all.',
        body: retryOutboxSchema,
        response: { 200: retriedSchema, ...problems() },
      },
    },
    async ({ body: retry }) => {
      const answer = await retryRefused({ context, retry });
      if (answer.retried > 0) notifier.notify();
      return answer;
    },
  );
}
