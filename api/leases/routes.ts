import { leasePathSchema, leaseSchema, takeLeaseSchema } from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { takeLease } from './take-lease.ts';

const tags = ['Outbox'];

/** Who may run sync and the schedules when several bots run. */
export function addLeaseRoutes({ app, context }: { app: Service; context: Context }): void {
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
    ({ params: { name }, body }) => takeLease({ context, name, ...body }),
  );
}
