import { z } from 'zod';
import { givenText } from './text.ts';

const leaseNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, {
  error: 'A lease has a short lower-case name such as sync.',
});
export const leasePathSchema = z.strictObject({ name: leaseNameSchema });

const holderSchema = givenText({ what: 'The holder', max: 255 });

/** Goes up whenever the holder of a lease changes. */
export const fenceSchema = z.int().min(0);

/** How often an open connection says that the lease is still held, in milliseconds. */
export const heartbeatMs = 1000;

/**
 * Asks for a lease; `ttlSeconds` 0 gives it back. With the `fence` it was given under it is renewed and stays tied to
 * its connection; without, it lasts for its time whatever becomes of one.
 */
export const takeLeaseSchema = z
  .strictObject({
    holder: holderSchema,
    ttlSeconds: z.int().min(0).max(3600),
    fence: fenceSchema.optional(),
  })
  .meta({ id: 'TakeLease', examples: [{ holder: 'bot-1', ttlSeconds: 30 }] });
export type TakeLease = z.input<typeof takeLeaseSchema>;

export const holdLeaseSchema = z.strictObject({
  holder: holderSchema,
  fence: z.coerce.number().pipe(fenceSchema),
});
export type HoldLease = z.output<typeof holdLeaseSchema>;

/** Who holds the lease now, and under which fence; whoever asked holds it only if `holder` is theirs. */
export const leaseSchema = z
  .object({
    name: leaseNameSchema,
    holder: z.string().nullable(),
    expiresAt: z.iso.datetime().nullable(),
    fence: fenceSchema.optional().describe('absent while nobody holds the lease'),
  })
  .meta({
    id: 'Lease',
    examples: [{ name: 'sync', holder: 'bot-1', expiresAt: '2026-11-22T09:00:30.000Z', fence: 7 }],
  });
export type Lease = z.infer<typeof leaseSchema>;
