import type { FastifyInstance } from 'fastify';

/**
 * What browsers are asked to refuse: answers are data, run nothing and stand in no frame. Without HTTPS of its own a
 * service asks for none; the page of the documentation has a policy of its own.
 */
const safeHeaders = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

type AddSafeHeadersInput = { app: FastifyInstance; areImagesPublic: boolean };

/** Sends them with every answer; images that others may show can be read from elsewhere. */
export function addSafeHeaders({ app, areImagesPublic }: AddSafeHeadersInput): void {
  const mayRead = areImagesPublic ? 'cross-origin' : 'same-origin';
  const headers = { ...safeHeaders, 'cross-origin-resource-policy': mayRead };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
