import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@campus-desk/contract';
import type { FastifyInstance } from 'fastify';

const withoutToken = new Set(['/healthz', '/readyz']);

type RequireTokensInput = {
  app: FastifyInstance;
  /** What every call must carry, the health checks excepted; undefined where calls need none. */
  token: string | undefined;
  /** What opens the metrics, besides that one. */
  metricsTokens: readonly string[];
};

/** Refuses every call without `Authorization: Bearer` and the token that it needs. */
export function requireTokens({ app, token, metricsTokens }: RequireTokensInput): void {
  const forCalls = token === undefined ? [] : [token];
  const forMetrics = [...forCalls, ...metricsTokens];
  app.addHook('onRequest', async request => {
    const route = request.routeOptions.url ?? '';
    if (withoutToken.has(route)) return;
    const isMetrics = route === '/metrics';
    const opening = isMetrics ? forMetrics : forCalls;
    if (opening.length === 0 || carriesOneOf({ tokens: opening, header: request.headers.authorization }))
      return;
    throw new AppError({
      code: 'unauthorized',
      message: `Send the header Authorization: Bearer with the ${isMetrics ? 'METRICS_TOKEN' : 'API_TOKEN'} of this installation.`,
    });
  });
}

type CarriesOneOfInput = { tokens: readonly string[]; header: string | undefined };

/** Whether an `Authorization` header carries one of the tokens; the time it takes reveals nothing. */
export function carriesOneOf({ tokens, header = '' }: CarriesOneOfInput): boolean {
  const [, sent = ''] = /^bearer +(.*)$/i.exec(header) ?? [];
  return tokens.filter(token => timingSafeEqual(digest(sent), digest(token))).length > 0;
}

/** Equal lengths whatever was sent, so that comparing takes the same time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
