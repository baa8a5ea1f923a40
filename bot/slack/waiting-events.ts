import { hasCode } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger, type Metrics } from '@campus-desk/service-kit';

/** An event of Slack that is not stored yet. */
export type WaitingEvent = {
  /** The same for every repetition of the event. */
  id: string;
  thread: string;
  store: () => Promise<void>;
};

/** Longest pause before the API is tried again. */
const maxPauseMs = 5000;

type CreateWaitingEventsInput = { clock: Clock; logger: Logger; metrics: Metrics; max?: number };

/**
 * Events that came while the API was away: kept in memory, at most `max` of them, and stored one after another when
 * it is back.
 */
export function createWaitingEvents(input: CreateWaitingEventsInput) {
  const { clock, logger, metrics, max = 1000 } = input;
  const waiting = new Map<string, WaitingEvent>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let storing: Promise<void> | undefined;
  const dropped = metrics.counter({
    name: 'campus_desk_dropped_events_total',
    help: 'Events of Slack that were given up: too many waited for the API, or it refused them.',
  });
  metrics.gauge({
    name: 'campus_desk_waiting_events',
    help: 'Events of Slack that wait for the API.',
    read: async () => waiting.size,
  });

  return {
    /** Whether an event has to wait behind earlier ones of its thread. */
    hasThread: (thread: string): boolean => [...waiting.values()].some(event => event.thread === thread),

    /** Keeps the event until the API is back; a repetition takes the place of the first. */
    add(event: WaitingEvent): void {
      waiting.set(event.id, event);
      const [oldest] = waiting.values();
      if (waiting.size > max && oldest !== undefined) drop({ event: oldest, err: undefined });
      storing ??= storeAll();
    },

    /** Stops trying. What still waits is found by the next catch-up. */
    async stop(): Promise<void> {
      stopping.abort();
      await storing;
      if (waiting.size > 0) logger.warn({ events: waiting.size }, 'stopped before all events were stored');
    },
  };

  async function storeAll(): Promise<void> {
    for (let attempt = 1; waiting.size > 0 && !signal.aborted; ) {
      await clock.sleep(Math.min(backOffMs(attempt), maxPauseMs), { signal }).catch(() => undefined);
      attempt = (await storeUntilAway()) ? 1 : attempt + 1;
    }
    storing = undefined;
  }

  /** Answers whether anything could be stored. */
  async function storeUntilAway(): Promise<boolean> {
    let stored = false;
    for (const event of waiting.values()) {
      if (signal.aborted) return stored;
      try {
        await event.store();
        waiting.delete(event.id);
      } catch (err) {
        if (isAway(err)) return stored;
        drop({ event, err });
      }
      stored = true;
    }
    return stored;
  }

  function drop({ event, err }: { event: WaitingEvent; err: unknown }): void {
    waiting.delete(event.id);
    dropped.inc();
    logger.warn({ err, eventId: event.id }, 'an event of Slack is given up');
  }
}

/** Whether the API could not take the event now, and trying again later is right. */
export function isAway(error: unknown): boolean {
  return hasCode(error, 'unavailable', 'rate_limited');
}
