import { z } from 'zod';
import { givenText } from './text.ts';

const leaseNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, {
  error: 'A lease has a short lower-case name such as sync.',
});
export const leasePathSchema = z.strictObject({ name: leaseNameSchema });

/** Asks for a lease, or renews it; `ttlSeconds` 0 gives it back. */
export const takeLeaseSchema = z
  .strictObject({ holder: givenText({ what: 'The holder', max: 255 }), ttlSeconds: z.int().min(0).max(3600) })
  .meta({ id: 'TakeLease' });
export type TakeLease = z.output<typeof takeLeaseSchema>;

/** The holder of the lease now; whoever asked has it only if `holder` is their own. */
export const leaseSchema = z
  .object({ name: leaseNameSchema, holder: z.string().nullable(), expiresAt: z.iso.datetime().nullable() })
  .meta({ id: 'Lease' });
export type Lease = z.infer<typeof leaseSchema>;
