import { z } from 'zod';
import { type MethodTrouble, noTrouble, type Trouble } from '../protocol.ts';
import type { ChangeFeed } from './changes.ts';

export type TroubleBoard = {
  get(): Trouble;
  /** Turns any part on or off; what is not named stays. Throws on a setting that does not exist. */
  set(part: Partial<Trouble>): Trouble;
  reset(): Trouble;
  /** What goes wrong with this call of a Web API method, counted down if it was limited to some calls. */
  take(method: string): MethodTrouble | undefined;
};

export const troubleSchema = z
  .strictObject({
    appDown: z.boolean(),
    appDelayMs: z.number().min(0).max(60_000),
    acksLost: z.boolean(),
    duplicateEvents: z.boolean(),
    reorderEvents: z.boolean(),
    dropEvents: z.boolean(),
    withoutPreviews: z.boolean(),
    deactivated: z.array(z.string()),
    strictThreads: z.boolean(),
    slowFiles: z.boolean(),
    unsizedFiles: z.boolean(),
    lockedFiles: z.boolean(),
    methods: z.record(
      z.string(),
      z.strictObject({
        kind: z.enum(['answer_lost', 'answer_hangs', 'server_error', 'rate_limited', 'error', 'slow']),
        times: z.number().int().min(1).optional(),
        retryAfterSeconds: z.number().min(0).optional(),
        error: z.string().min(1).optional(),
        afterMs: z.number().min(0).max(60_000).optional(),
      }),
    ),
  })
  .partial();

/** The switches a test or the inspector turns to see what happens when things go wrong. */
export function createTroubleBoard({ changes }: { changes: ChangeFeed }): TroubleBoard {
  let current: Trouble = { ...noTrouble };
  const change = (next: Trouble) => {
    current = next;
    changes.publish({ type: 'trouble', trouble: current });
    return current;
  };
  return {
    get: () => current,
    set: part => change({ ...current, ...troubleSchema.parse(part) }),
    reset: () => change({ ...noTrouble }),
    take(method) {
      const key = current.methods[method] === undefined ? '*' : method;
      const trouble = current.methods[key];
      if (trouble?.times === undefined) return trouble;
      const { [key]: _spent, ...others } = current.methods;
      const left = trouble.times - 1;
      change({ ...current, methods: left > 0 ? { ...others, [key]: { ...trouble, times: left } } : others });
      return trouble;
    },
  };
}
