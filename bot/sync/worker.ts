import { type Client, maxWaitSeconds, type TicketEvent } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger, unlessAborted } from '@campus-desk/service-kit';
import type { SeenEvents } from './seen-events.ts';

const readLimit = 500;
/** Tickets that are looked up at once, before it is known what to show of them. */
const maxTicketsAtOnce = 50;
/** Events at work at once; beyond that the outbox is read again when some are done. */
const maxEvents = 10_000;
/** While events are being shown, what Slack refused of them may come back into the outbox. */
const waitWhileShowingSeconds = 1;

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
  /** Called whenever events are done, and after every failure to read. */
  onIdle: () => void;
};

/**
 * Hands the outbox to `show` for as long as the lease is held: each event once, as soon as it is there. Resolves when
 * the lease has ended and what was running has stopped.
 */
export async function workOutbox(input: WorkOutboxInput): Promise<void> {
  const { client, clock, signal, logger, seen, show, onIdle } = input;
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

  const read = async () => {
    const wait = held.size === 0 ? maxWaitSeconds : waitWhileShowingSeconds;
    const except = [...held];
    const outbox = await unlessAborted({
      work: client.readOutbox({ limit: readLimit, wait, except }),
      signal,
    });
    const events = outbox?.events ?? [];
    if (outbox !== undefined) seen.read({ events, isWhole: events.length < readLimit });
    // What ends while the outbox is being read may still be in the answer.
    const known = new Set(except);
    return byTicket(events.filter(({ id }) => !known.has(id)));
  };

  for (let failures = 0; !signal.aborted; ) {
    try {
      const tickets = await read();
      failures = 0;
      for (const [number, events] of tickets) {
        await until(() => planning < maxTicketsAtOnce);
        if (signal.aborted) break;
        for (const { id } of events) held.add(id);
        begin({ number, events });
      }
      await until(() => held.size < maxEvents && planning < maxTicketsAtOnce);
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
