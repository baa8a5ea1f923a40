import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

type AddSafeHeadersInput = { app: FastifyInstance; areImagesPublic: boolean };

/**
 * What browsers are asked to refuse: answers are data, run nothing and stand in no frame. Without HTTPS of its own a
 * service asks for none; the page of the documentation has a policy of its own.
 */
export async function addSafeHeaders({ app, areImagesPublic }: AddSafeHeadersInput): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: areImagesPublic ? 'cross-origin' : 'same-origin' },
    strictTransportSecurity: false,
  });
}
