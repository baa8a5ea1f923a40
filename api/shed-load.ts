import { tooBusy } from '@campus-desk/contract';
import type { Service } from '@campus-desk/service-kit';

/** Requests that are answered at the same time; at a few milliseconds each this is far more than a campus sends. */
const maxInFlight = 200;

/** What keeps Campus Desk running, or waits on purpose, is let in always. */
const kept = ['/healthz', '/readyz', '/metrics', '/v1/outbox', '/v1/leases'];

/** Answers 503 before work begins when more requests are under way than can be answered soon. */
export function shedLoad(app: Service): void {
  let count = 0;
  app.addHook('onRequest', (request, reply, done) => {
    if (kept.some(path => request.url.startsWith(path))) return done();
    if (count >= maxInFlight) return done(tooBusy());
    count += 1;
    // Fastify's own hook is not called where the caller has given up.
    reply.raw.once('close', () => {
      count -= 1;
    });
    done();
  });
}
