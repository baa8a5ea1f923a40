import { holdLeaseSchema, leasePathSchema, leaseSchema, takeLeaseSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { LeaseConnections } from './lease-connections.ts';
import { readLease } from './read-lease.ts';
import { takeLease } from './take-lease.ts';

const tags = ['Outbox'];

const heartbeats = {
  description: 'An empty line every second for as long as the lease is held; ends with it.',
  content: { 'text/plain': { schema: z.unknown() } },
};

type AddLeaseRoutesInput = { app: Service; context: Context; connections: LeaseConnections };

/** Who may run sync and the schedules when several bots run. */
export function addLeaseRoutes({ app, context, connections }: AddLeaseRoutesInput): void {
  app.addHook('preClose', async () => connections.close());

  app.put(
    '/v1/leases/:name',
    {
      schema: {
        tags,
        operationId: 'takeLease',
        summary: 'Take, renew or give back a lease; answers who holds it',
        description:
          'A lease of 0 seconds gives it back. The database measures the time, whatever the clocks of the callers say.',
        params: leasePathSchema,
        body: takeLeaseSchema,
        response: { 200: leaseSchema, ...problems() },
      },
    },
    ({ params: { name }, body }) => takeLease({ context, name, ...body }),
  );

  app.get(
    '/v1/leases/:name',
    {
      schema: {
        tags,
        operationId: 'readLease',
        summary: 'Who holds a lease, and under which fence',
        description: 'The fence goes up whenever the holder changes.',
        params: leasePathSchema,
        response: { 200: leaseSchema, ...problems() },
      },
    },
    ({ params: { name } }) => readLease({ context, name }),
  );

  app.get(
    '/v1/leases/:name/hold',
    {
      schema: {
        tags,
        operationId: 'holdLease',
        summary:
          'Keep a lease for as long as this connection is open: closing it gives the lease back at once',
        description: 'The lease must have been taken before.',
        params: leasePathSchema,
        querystring: holdLeaseSchema,
        response: { 200: heartbeats, ...problems(409) },
      },
    },
    async ({ params: { name }, query }, reply) => {
      // The connection ends with the lease: kept for further requests, it would hold up the end of this process.
      reply.type('text/plain').header('connection', 'close');
      return reply.send(await connections.open({ name, ...query }));
    },
  );
}
