import { z } from 'zod';
import { eventSchema } from './event.ts';

/** Longest wait of a long poll, in seconds. */
export const maxWaitSeconds = 25;

export const readOutboxSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  wait: z.coerce.number().min(0).max(maxWaitSeconds).default(0).describe('seconds to wait for an event'),
});

export const outboxSchema = z.object({ events: z.array(eventSchema) }).meta({ id: 'Outbox' });
export type Outbox = z.infer<typeof outboxSchema>;

/** `failed` events are taken out of the outbox too; their reason stays with them. */
export const acknowledgeSchema = z
  .strictObject({
    ids: z.array(z.int().min(1)).max(500).default([]),
    failed: z
      .array(z.strictObject({ id: z.int().min(1), reason: z.string().min(1).max(500) }))
      .max(500)
      .default([]),
  })
  .meta({ id: 'Acknowledge' });
export type Acknowledge = z.output<typeof acknowledgeSchema>;

export const acknowledgedSchema = z.object({ acknowledged: z.int().min(0) }).meta({ id: 'Acknowledged' });
