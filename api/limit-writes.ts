import { AppError } from '@campus-desk/contract';
import type { Service } from '@campus-desk/service-kit';
import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import { z } from 'zod';

const windowMs = 1000;

/** Who writes, and whether Slack has it already: then it has been through Slack's own limits. */
const writeSchema = z.object({ actor: z.object({ id: z.string() }), origin: z.unknown().optional() });

type LimitWritesInput = { app: Service; maxPerSecond: number; clock: () => Date };

/**
 * Refuses what one person writes beyond so many requests a second, in all routes that are added afterwards. The person
 * counts, not the connection: all people come through one bot. What was written in Slack is let in, because catching up
 * stores many of one person at once.
 */
export async function limitWrites({ app, maxPerSecond, clock }: LimitWritesInput): Promise<void> {
  await app.register(rateLimit, {
    // Before it the body is not read yet.
    hook: 'preHandler',
    timeWindow: windowMs,
    max: () => maxPerSecond,
    keyGenerator: request => writerOf(request) ?? '',
    allowList: request => writerOf(request) === undefined,
    store: storeOf(clock),
    errorResponseBuilder: () =>
      new AppError({ code: 'rate_limited', message: 'That was a lot at once. Try again in a second.' }),
  });
}

/** The id of whoever is counted; undefined for what is not a write, and for what comes from Slack. */
function writerOf({ method, body }: { method: string; body: unknown }): string | undefined {
  const write = method === 'GET' ? undefined : writeSchema.safeParse(body).data;
  return write?.origin === undefined ? write?.actor.id : undefined;
}

/** Counts by the second of this clock, and so keeps nobody for longer. */
function storeOf(clock: () => Date): new () => FastifyRateLimitStore {
  const written = new Map<string, number>();
  let second = 0;
  return class {
    incr: FastifyRateLimitStore['incr'] = (writer, done) => {
      const now = clock().getTime();
      if (Math.floor(now / windowMs) !== second) written.clear();
      second = Math.floor(now / windowMs);
      const current = (written.get(writer) ?? 0) + 1;
      written.set(writer, current);
      done(null, { current, ttl: windowMs - (now % windowMs) });
    };

    child(): this {
      return this;
    }
  };
}
