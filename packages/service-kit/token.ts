import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@campus-desk/contract';
import type { FastifyInstance } from 'fastify';

const withoutToken = new Set(['/healthz', '/readyz']);

/** Refuses every call without `Authorization: Bearer <token>`, the health checks excepted. */
export function requireToken({ app, token }: { app: FastifyInstance; token: string }): void {
  const expected = digest(token);
  app.addHook('onRequest', async request => {
    if (withoutToken.has(request.url)) return;
    const [, sent = ''] = /^bearer +(.*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (timingSafeEqual(digest(sent), expected)) return;
    throw new AppError({
      code: 'unauthorized',
      message: 'Send the header Authorization: Bearer with the API_TOKEN of this installation.',
    });
  });
}

/** Equal lengths whatever was sent, so that the time of comparing reveals nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
