import { hash, timingSafeEqual } from 'node:crypto';
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
  const opensCalls = forCalls.length === 0 || tokenCheck(forCalls);
  const opensMetrics = forMetrics.length === 0 || tokenCheck(forMetrics);
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? '';
    if (withoutToken.has(route)) return done();
    const isMetrics = route === '/metrics';
    const opens = isMetrics ? opensMetrics : opensCalls;
    if (opens === true || opens(request.headers.authorization)) return done();
    done(
      new AppError({
        code: 'unauthorized',
        message: `Send the header Authorization: Bearer with the ${isMetrics ? 'METRICS_TOKEN' : 'API_TOKEN'} of this installation.`,
      }),
    );
  });
}

/** Whether an `Authorization` header carries one of the tokens; the time it takes reveals nothing. */
export function tokenCheck(tokens: readonly string[]): (header: string | undefined) => boolean {
  const opening = tokens.map(digest);
  return (header = '') => {
    const [, sent = ''] = /^bearer +(.*)$/i.exec(header) ?? [];
    const given = digest(sent);
    return opening.filter(one => timingSafeEqual(given, one)).length > 0;
  };
}

/** Equal lengths whatever was sent, so that comparing takes the same time. */
function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
