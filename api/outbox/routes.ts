import { acknowledgedSchema, acknowledgeSchema, outboxSchema, readOutboxSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { acknowledge } from './acknowledge.ts';
import type { OutboxNotifier } from './notifier.ts';
import { readOutbox } from './read-outbox.ts';

const tags = ['Outbox'];

type AddOutboxRoutesInput = { app: Service; context: Context; notifier: OutboxNotifier };

/** What Slack does not show yet. */
export function addOutboxRoutes({ app, context, notifier }: AddOutboxRoutesInput): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  app.get(
    '/v1/outbox',
    {
      schema: {
        tags,
        summary: 'Events not yet shown in Slack, oldest first; waits for one if asked',
        querystring: readOutboxSchema,
        response: { 200: outboxSchema, ...problems() },
      },
    },
    ({ query: { limit, wait } }, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([closing.signal, gone.signal]);
      return readOutbox({ db: context.db, notifier, limit, waitMs: wait * 1000, signal });
    },
  );

  app.post(
    '/v1/outbox/ack',
    {
      schema: {
        tags,
        summary: 'Take events out of the outbox: shown, or given up for a reason',
        body: acknowledgeSchema,
        response: { 200: acknowledgedSchema, ...problems() },
      },
    },
    ({ body }) => acknowledge({ context, ...body }),
  );
}
