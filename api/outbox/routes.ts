import {
  acknowledgedSchema,
  acknowledgeSchema,
  leasePathSchema,
  leaseSchema,
  outboxSchema,
  readOutboxSchema,
  takeLeaseSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Desk } from '../context.ts';
import { takeLease } from '../leases/take-lease.ts';
import { acknowledge } from './acknowledge.ts';
import type { Bell } from './notifier.ts';
import { readOutbox } from './read-outbox.ts';

const tags = ['Outbox'];

/** What Slack does not show yet, and who may show it. */
export function addOutboxRoutes({ app, desk, bell }: { app: Service; desk: Desk; bell: Bell }): void {
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
      return readOutbox({ db: desk.db, bell, limit, waitMs: wait * 1000, signal });
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
    ({ body }) => acknowledge({ desk, ...body }),
  );

  app.put(
    '/v1/leases/:name',
    {
      schema: {
        tags,
        summary: 'Take, renew or give back a lease; answers who holds it',
        params: leasePathSchema,
        body: takeLeaseSchema,
        response: { 200: leaseSchema, ...problems() },
      },
    },
    ({ params: { name }, body }) => takeLease({ desk, name, ...body }),
  );
}
