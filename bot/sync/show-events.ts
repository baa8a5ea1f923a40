import { type Acknowledge, type Client, hasCode } from '@campus-desk/contract';
import { type Clock, type Logger, shareNext } from '@campus-desk/service-kit';
import type { Operator } from '../slack/operator.ts';
import type { Deliver, DeliveryResult } from './deliver.ts';
import type { Lease } from './lease.ts';
import type { SeenEvents } from './seen-events.ts';
import type { TryUntilDone } from './try-until-done.ts';
import type { Batch } from './worker.ts';

/** When acknowledging fails for a reason nobody knows, the events are read and looked up again after this long. */
const readAgainMs = 10_000;
/** Events that one acknowledgement may name. */
const maxIds = 500;

type CreateShowEventsInput = {
  client: Client;
  clock: Clock;
  lease: Lease;
  logger: Logger;
  operator: Operator;
  seen: SeenEvents;
  tryUntilDone: TryUntilDone;
  deliver: Deliver;
};

/** Shows events of one ticket and acknowledges them; without the lease it returns and leaves them in the outbox. */
export function createShowEvents(input: CreateShowEventsInput) {
  const { client, clock, lease, logger, operator, seen, tryUntilDone, deliver } = input;

  const send = async (body: Partial<Acknowledge>): Promise<void> => {
    await client.acknowledge({ ...body, fence: lease.fence }).catch(error => {
      // Somebody else holds the lease, and shows these events.
      if (hasCode(error, 'version_conflict')) lease.end();
      throw error;
    });
  };
  const shown: number[] = [];
  const sendShown = shareNext(() => send({ ids: shown.splice(0) }));

  /** What was shown in full goes together, however many tickets it is of. */
  const acknowledge = async ({ ids, failed, refused }: DeliveryResult): Promise<void> => {
    const isClean = failed.length === 0 && refused.length === 0;
    if (isClean && shown.length + ids.length <= maxIds) {
      shown.push(...ids);
      return sendShown();
    }
    await send({
      ids,
      failed: failed.map(({ id, reason }) => ({ id, reason: reason.slice(0, 500) })),
      refused: refused.map(one => ({ ...one, reason: one.reason.slice(0, 500) })),
    });
  };

  return async ({ number, events, planned }: Batch): Promise<void> => {
    const before = new Map(events.map(({ id }) => [id, seen.mayBeShown(id)]));
    seen.tries(events);
    try {
      const mayBeShown = (id: number) => before.get(id) ?? 'by us';
      const result = await deliver({ number, events, planned, mayBeShown });
      for (const { reason, where } of [...result.failed, ...result.refused])
        operator.notify({ reason, where, ticket: number });
      await tryUntilDone({ ticket: number, run: () => acknowledge(result) });
      // Refused ones may be shown in part, so they are looked up when they are tried again.
      const ended = new Set([...result.ids, ...result.failed.map(({ id }) => id)]);
      seen.forget(events.filter(({ id }) => ended.has(id)));
      logger.debug({ ticket: number, events: events.map(({ id }) => id) }, 'shown in Slack');
    } catch (error) {
      if (lease.signal.aborted) return;
      logger.warn({ err: error, ticket: number }, 'what was shown of a ticket could not be acknowledged');
      await clock.sleep(readAgainMs, { signal: lease.signal }).catch(() => undefined);
    }
  };
}
