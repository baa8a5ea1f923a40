import { type Client, maxWaitSeconds, type TicketEvent } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger, unlessAborted } from '@campus-desk/service-kit';
import type { SeenEvents } from './seen-events.ts';

const readLimit = 500;
/** Tickets that are looked up at once, before it is known what to show of them: fewer while people wait for an answer. */
const maxTicketsAtOnce = { quiet: 50, busy: 2 };
/** Events at work at once; beyond that the outbox is read again when some are done. */
const maxEvents = 10_000;
/** While events are being shown, what Slack refused of them may come back into the outbox. */
const waitWhileShowingSeconds = 1;
/** From so many events at work on, the outbox is read less often: each reading names all of them. */
const manyEvents = 100;
/** Longest pause between two readings. */
const maxPauseMs = 200;

/** Events of one ticket; `planned` is called when it is known what to show of them and the rest is waiting for Slack. */
export type Batch = { number: number; events: TicketEvent[]; planned: () => void };

type WorkOutboxInput = {
  client: Pick<Client, 'readOutbox'>;
  clock: Clock;
  /** Aborts when the lease ends. */
  signal: AbortSignal;
  logger: Logger;
  seen: SeenEvents;
  /** Shows the events and acknowledges them; never rejects. */
  show: (batch: Batch) => Promise<void>;
  /** Whether people wait for answers, and so come first. */
  isBusy: () => boolean;
  /** Called whenever events are done, and after every failure to read. */
  onIdle: () => void;
};

/**
 * Hands the outbox to `show` for as long as the lease is held: each event once, as soon as it is there. Resolves when
 * the lease has ended and what was running has stopped.
 */
export async function workOutbox(input: WorkOutboxInput): Promise<void> {
  const { client, clock, signal, logger, seen, show, isBusy, onIdle } = input;
  const held = new Set<number>();
  const running = new Set<Promise<void>>();
  let planning = 0;
  let wake = () => {};

  const begin = ({ number, events }: Omit<Batch, 'planned'>) => {
    let isPlanning = true;
    planning += 1;
    const planned = () => {
      if (isPlanning) planning -= 1;
      isPlanning = false;
      wake();
    };
    const showing = show({ number, events, planned }).then(() => {
      running.delete(showing);
      for (const { id } of events) held.delete(id);
      planned();
      onIdle();
    });
    running.add(showing);
  };

  /** Resolves when `isPossible`, or when the lease has ended. */
  const until = async (isPossible: () => boolean) => {
    while (!signal.aborted && !isPossible())
      await unlessAborted({ work: new Promise<void>(resolve => (wake = resolve)), signal });
  };

  const mayPlan = () => planning < maxTicketsAtOnce[isBusy() ? 'busy' : 'quiet'];

  /** What comes meanwhile is read together. */
  const pause = async () => {
    const ms = Math.min(maxPauseMs, (held.size - manyEvents) / 5);
    if (ms > 0) await clock.sleep(ms, { signal }).catch(() => undefined);
  };

  const read = async () => {
    const wait = held.size === 0 ? maxWaitSeconds : waitWhileShowingSeconds;
    const except = [...held];
    const outbox = await unlessAborted({
      work: client.readOutbox({ limit: readLimit, wait, except }),
      signal,
    });
    const events = outbox?.events ?? [];
    const isWhole = events.length < readLimit;
    if (outbox !== undefined) seen.read({ events, isWhole });
    // What ends while the outbox is being read may still be in the answer.
    const known = new Set(except);
    return { tickets: byTicket(events.filter(({ id }) => !known.has(id))), isWhole };
  };

  for (let failures = 0; !signal.aborted; ) {
    try {
      const { tickets, isWhole } = await read();
      failures = 0;
      for (const [number, events] of tickets) {
        await until(mayPlan);
        if (signal.aborted) break;
        for (const { id } of events) held.add(id);
        begin({ number, events });
      }
      await until(() => held.size < maxEvents && mayPlan());
      if (isWhole) await pause();
    } catch (error) {
      failures += 1;
      logger.warn({ err: error, attempt: failures }, 'the outbox could not be read');
      onIdle();
      await clock.sleep(backOffMs(failures), { signal }).catch(() => undefined);
    }
  }
  await Promise.all(running);
}

function byTicket(events: TicketEvent[]): Map<number, TicketEvent[]> {
  const tickets = new Map<number, TicketEvent[]>();
  for (const event of events) {
    const known = tickets.get(event.ticketNumber);
    if (known === undefined) tickets.set(event.ticketNumber, [event]);
    else known.push(event);
  }
  return tickets;
}
