import { unavailable } from '@campus-desk/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Metrics } from './metrics.ts';

type AddHealthInput = { app: FastifyInstance; isReady: () => Promise<void>; metrics: Metrics };

/** Adds `/healthz` (alive), `/readyz` (503 while `isReady` rejects) and `/metrics` (Prometheus) to a service. */
export function addHealth({ app, isReady, metrics }: AddHealthInput): void {
  const schema = { hide: true, response: { 200: z.object({ status: z.literal('ok') }) } };
  app.get('/healthz', { schema }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema }, async () => {
    await isReady().catch(cause => {
      throw unavailable({ message: 'Not ready: something this service needs cannot be reached.', cause });
    });
    return { status: 'ok' };
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}
