import { AppError } from '@campus-desk/contract';
import type { Service } from '@campus-desk/service-kit';
import { z } from 'zod';

/** Who writes, and whether Slack has it already: then it has been through Slack's own limits. */
const writeSchema = z.object({ actor: z.object({ id: z.string() }), origin: z.unknown().optional() });

type LimitWritesInput = { app: Service; maxPerSecond: number; clock: () => Date };

/**
 * Refuses what one person writes beyond so many requests a second. The person counts, not the connection: all people
 * come through one bot. What was written in Slack is let in, because catching up stores many of one person at once.
 */
export function limitWrites({ app, maxPerSecond, clock }: LimitWritesInput): void {
  const written = new Map<string, number>();
  let second = 0;
  app.addHook('preHandler', async ({ method, body }) => {
    const write = method === 'GET' ? undefined : writeSchema.safeParse(body).data;
    if (write === undefined || write.origin !== undefined) return;

    const now = Math.floor(clock().getTime() / 1000);
    if (now !== second) written.clear();
    second = now;
    const { id } = write.actor;
    const count = (written.get(id) ?? 0) + 1;
    written.set(id, count);
    if (count > maxPerSecond)
      throw new AppError({ code: 'rate_limited', message: 'That was a lot at once. Try again in a second.' });
  });
}
