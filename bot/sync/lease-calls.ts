import type { Client, LeaseConnection } from '@campus-desk/contract';
import { type Clock, type Logger, shareNext } from '@campus-desk/service-kit';

const name = 'sync';
const ttlSeconds = 30;
/** No step begins with less than this left, whatever became of the connection: a call takes 10 seconds at most. */
const reserveMs = 20_000;

/** The lease as the API gave it: steps may begin until `heldUntil`, in monotonic milliseconds. */
export type Given = { heldUntil: number; fence: number | undefined };

export type LeaseCalls = ReturnType<typeof createLeaseCalls>;

type CreateLeaseCallsInput = { client: Client; holder: string; clock: Clock; logger: Logger };

/** What a bot asks of the API about the lease `sync`. */
export function createLeaseCalls({ client, holder, clock, logger }: CreateLeaseCallsInput) {
  const readLease = shareNext(() => client.readLease({ name }));
  return {
    /**
     * Takes or renews the lease; undefined when another bot holds it. Without the `fence` it lasts for its time, even
     * when a connection it was tied to closes. Throws when the API does not answer.
     */
    async take({ fence }: { fence?: number | undefined } = {}): Promise<Given | undefined> {
      const askedAt = clock.monotonic();
      const lease = await client.takeLease({ name, holder, ttlSeconds, fence });
      if (lease.holder !== holder) return undefined;
      return { heldUntil: askedAt + ttlSeconds * 1000 - reserveMs, fence: lease.fence };
    },

    /** Whether the lease is still held under this fence: steps that begin together ask once. Throws when the API does not answer. */
    async isHeld({ fence }: { fence: number }): Promise<boolean> {
      const lease = await readLease();
      return lease.holder === holder && lease.fence === fence;
    },

    /** Ties the lease to a connection; undefined when that cannot be done, as with an older API. */
    async connect({ fence }: Pick<Given, 'fence'>): Promise<LeaseConnection | undefined> {
      if (fence === undefined) return undefined;
      return client.holdLease({ name, holder, fence }).catch(err => {
        logger.warn({ err }, 'the lease lasts by time alone: should this bot die, another takes over late');
        return undefined;
      });
    },

    async giveBack(): Promise<void> {
      await client.takeLease({ name, holder, ttlSeconds: 0 }).catch(() => undefined);
    },
  };
}
