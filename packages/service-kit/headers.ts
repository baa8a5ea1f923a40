import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

type AddSafeHeadersInput = { app: FastifyInstance; areImagesPublic: boolean };

/**
 * What browsers are asked to refuse: answers are data, run nothing and stand in no frame. Without HTTPS of its own a
 * service asks for none; the page of the documentation has a policy of its own.
 */
export function addSafeHeaders({ app, areImagesPublic }: AddSafeHeadersInput): void {
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: areImagesPublic ? 'cross-origin' : 'same-origin' },
    strictTransportSecurity: false,
  });
  // The same for every answer, so they are made once: for each, it was two fifths of the CPU of reading a ticket.
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  write(response.req, response, () => {});
  const headers = response.getHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
