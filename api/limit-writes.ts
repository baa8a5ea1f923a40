import { AppError } from '@campus-desk/contract';
import type { Service } from '@campus-desk/service-kit';
import { z } from 'zod';

/** Who writes, and whether Slack has it already: then it has been through Slack's own limits. */
const writeSchema = z.object({ actor: z.object({ id: z.string() }), origin: z.unknown().optional() });

type LimitWritesInput = { app: Service; maxPerSecond: number; clock: () => Date };

/**
 * Refuses what one person writes beyond so many requests in a second of this clock. The person counts, not the connection:
 * all people come through one bot. What was written in Slack is let in, because catching up stores many of one person at
 * once.
 */
export function limitWrites({ app, maxPerSecond, clock }: LimitWritesInput): void {
  const written = new Map<string, number>();
  let second = 0;
  // Before it the body is not read yet.
  app.addHook('preHandler', (request, _reply, done) => {
    const writer = writerOf(request);
    if (writer === undefined) return done();
    const now = Math.floor(clock().getTime() / 1000);
    if (now !== second) written.clear();
    second = now;
    const count = (written.get(writer) ?? 0) + 1;
    written.set(writer, count);
    if (count <= maxPerSecond) return done();
    done(new AppError({ code: 'rate_limited', message: 'That was a lot at once. Try again in a second.' }));
  });
}

/** The id of whoever is counted; undefined for what is not a write, and for what comes from Slack. */
function writerOf({ method, body }: { method: string; body: unknown }): string | undefined {
  const write = method === 'GET' ? undefined : writeSchema.safeParse(body).data;
  return write?.origin === undefined ? write?.actor.id : undefined;
}
