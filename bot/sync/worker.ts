import { type Client, maxWaitSeconds, type TicketEvent } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger, unlessAborted } from '@campus-desk/service-kit';
import type { SeenEvents } from './seen-events.ts';

const readLimit = 500;
const maxTicketsAtOnce = 50;
/**
 * While tickets are being shown, the outbox is read for others: often, then less often as long as nothing comes or
 * nothing could be begun.
 */
const lookAgainMs = { first: 100, last: 1600 };

type WorkOutboxInput = {
  client: Pick<Client, 'readOutbox'>;
  clock: Clock;
  /** Aborts when the lease ends. */
  signal: AbortSignal;
  logger: Logger;
  seen: SeenEvents;
  /** Shows the events and acknowledges them; never rejects. */
  show: (batch: { number: number; events: TicketEvent[] }) => Promise<void>;
  /** Called whenever everything that was read is done, and after every failure to read. */
  onIdle: () => void;
};

/**
 * Hands the outbox to `show` for as long as the lease is held: tickets side by side, the events of one ticket in
 * order. Resolves when the lease has ended and what was running has stopped.
 */
export async function workOutbox(input: WorkOutboxInput): Promise<void> {
  const { client, clock, signal, logger, seen, show, onIdle } = input;
  const running = new Map<number, Promise<void>>();
  let waiting = new Map<number, TicketEvent[]>();
  let patienceMs = lookAgainMs.first;
  let isFull = false;
  let wake = () => {};

  const read = async () => {
    // What ends while the outbox is being read may still be in the answer.
    const busy = new Set(running.keys());
    const wait = busy.size === 0 ? maxWaitSeconds : 0;
    const outbox = await unlessAborted({ work: client.readOutbox({ limit: readLimit, wait }), signal });
    if (outbox === undefined) return;
    seen.read({ events: outbox.events, isWhole: outbox.events.length < readLimit });
    waiting = new Map([...byTicket(outbox.events)].filter(([number]) => !busy.has(number)));
    isFull = waiting.size > maxTicketsAtOnce - busy.size;
    if (isFull) patienceMs = lookAgainMs.last;
    else patienceMs = waiting.size > 0 ? lookAgainMs.first : Math.min(patienceMs * 2, lookAgainMs.last);
  };

  const fill = () => {
    for (const [number, events] of waiting) {
      if (signal.aborted || running.size >= maxTicketsAtOnce) return;
      waiting.delete(number);
      const ended = () => {
        running.delete(number);
        wake();
      };
      running.set(number, show({ number, events }).then(ended));
    }
  };

  const canBeginMore = () => isFull && waiting.size === 0 && running.size < maxTicketsAtOnce;

  /** Works off what was read, until it is time to read again. */
  const drain = async () => {
    const enough = new AbortController();
    let isTime = false;
    const due = () => {
      isTime = true;
      wake();
    };
    clock.sleep(patienceMs, { signal: enough.signal, ref: false }).then(due, due);
    for (fill(); running.size > 0 && !isTime && !canBeginMore(); fill())
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    enough.abort();
  };

  for (let failures = 0; !signal.aborted; ) {
    try {
      await read();
      failures = 0;
      await drain();
    } catch (error) {
      failures += 1;
      logger.warn({ err: error, attempt: failures }, 'the outbox could not be read');
      await clock.sleep(backOffMs(failures), { signal }).catch(() => undefined);
    }
    if (running.size === 0) onIdle();
  }
  await Promise.all(running.values());
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
