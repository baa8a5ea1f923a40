import { type Client, hasCode, type TicketEvent } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { Operator } from '../slack/operator.ts';
import type { MayBeShown } from './context.ts';
import type { DeliveryResult } from './deliver.ts';
import type { Lease } from './lease.ts';
import type { SeenEvents } from './seen-events.ts';

type Deliver = (input: {
  number: number;
  events: TicketEvent[];
  mayBeShown: MayBeShown;
}) => Promise<DeliveryResult>;

/** How often an event is tried that fails for a reason nobody knows. */
const maxFailures = 3;

type Batch = { number: number; events: TicketEvent[] };

type CreateShowEventsInput = {
  client: Client;
  clock: Clock;
  lease: Lease;
  logger: Logger;
  operator: Operator;
  seen: SeenEvents;
  deliver: Deliver;
};

/** Shows one ticket's events and acknowledges them; during an outage it waits a while and returns without. */
export function createShowEvents(input: CreateShowEventsInput) {
  const { client, clock, lease, logger, operator, seen, deliver } = input;
  const attempts = new Map<number, number>();
  const failures = new Map<number, number>();

  const deliverOrGiveUp = async ({ number, events }: Batch): Promise<DeliveryResult> => {
    const before = new Map(events.map(({ id }) => [id, seen.mayBeShown(id)]));
    seen.tries(events);
    try {
      return await deliver({ number, events, mayBeShown: id => before.get(id) ?? 'by us' });
    } catch (error) {
      if (lease.signal.aborted || isPassing(error)) throw error;
      const [event, ...others] = events;
      if (event === undefined) throw error;
      if (others.length > 0) return deliverOneByOne({ number, events });
      return giveUpInTheEnd({ event, error });
    }
  };

  /** One event that cannot be shown must not take its neighbours with it. */
  const deliverOneByOne = async ({ number, events }: Batch): Promise<DeliveryResult> => {
    const result: DeliveryResult = { ids: [], failed: [], refused: [] };
    for (const event of events) {
      const one = await deliverOrGiveUp({ number, events: [event] });
      result.ids.push(...one.ids);
      result.failed.push(...one.failed);
      result.refused.push(...one.refused);
    }
    return result;
  };

  /** What is neither an outage nor a refusal may pass, but must not block its ticket for ever. */
  const giveUpInTheEnd = ({ event, error }: { event: TicketEvent; error: unknown }): DeliveryResult => {
    const count = (failures.get(event.id) ?? 0) + 1;
    failures.set(event.id, count);
    if (count < maxFailures) throw error;
    failures.delete(event.id);
    logger.error(
      { err: error, ticket: event.ticketNumber, event: event.id },
      'events cannot be shown in Slack',
    );
    const reason = `internal: ${error instanceof Error ? error.message : error}`;
    return { ids: [], failed: [{ id: event.id, reason, where: 'sync' }], refused: [] };
  };

  return async ({ number, events }: Batch): Promise<void> => {
    try {
      const { ids, failed, refused } = await deliverOrGiveUp({ number, events });
      for (const { reason, where } of [...failed, ...refused])
        operator.notify({ reason, where, ticket: number });
      await client.acknowledge({
        ids,
        failed: failed.map(({ id, reason }) => ({ id, reason: reason.slice(0, 500) })),
        refused: refused.map(one => ({ ...one, reason: one.reason.slice(0, 500) })),
        fence: lease.fence,
      });
      attempts.delete(number);
      // Refused ones may be shown in part, so they are looked up when they are tried again.
      const ended = new Set([...ids, ...failed.map(({ id }) => id)]);
      seen.forget(events.filter(({ id }) => ended.has(id)));
      logger.debug({ ticket: number, events: events.map(({ id }) => id) }, 'shown in Slack');
    } catch (error) {
      // Somebody else holds the lease, and shows these events.
      if (hasCode(error, 'version_conflict')) lease.end();
      if (lease.signal.aborted) return;
      const attempt = (attempts.get(number) ?? 0) + 1;
      attempts.set(number, attempt);
      logger.warn({ err: error, ticket: number, attempt }, 'a ticket could not be shown yet');
      await clock.sleep(backOffMs(attempt), { signal: lease.signal }).catch(() => undefined);
    }
  };
}

/** The API cannot be reached or does not accept us yet: trying again later is right. */
function isPassing(error: unknown): boolean {
  return hasCode(error, 'unavailable', 'internal', 'rate_limited', 'unauthorized');
}
