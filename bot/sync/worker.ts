import type { Client } from '../../api/client.ts';
import { longestWaitSeconds, type TicketEvent } from '../../api/contract/index.ts';
import type { Logger } from '../../api/kit/logger.ts';
import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import type { Hold } from './lease.ts';
import type { SeenEvents } from './seen-events.ts';

const readLimit = 500;
const mostTicketsAtOnce = 50;
/** While some tickets wait for Slack, the outbox is read this often for others. */
const lookAgainMs = 500;

/**
 * Hands the outbox to `show` for as long as the lease is held: tickets side by side, the events of one ticket in
 * order. Resolves when the hold ends and what was running has stopped.
 */
export async function workOutbox({
  client,
  clock,
  hold,
  logger,
  seen,
  show,
  onProgress,
}: {
  client: Client;
  clock: Clock;
  hold: Hold;
  logger: Logger;
  seen: SeenEvents;
  /** Shows the events and acknowledges them; never rejects. */
  show: (batch: { number: number; events: TicketEvent[] }) => Promise<void>;
  onProgress: () => void;
}): Promise<void> {
  const { signal } = hold;
  const over = new Promise<undefined>(resolve => signal.addEventListener('abort', () => resolve(undefined)));
  const running = new Map<number, Promise<void>>();
  let waiting = new Map<number, TicketEvent[]>();

  const read = async () => {
    // What ends while the outbox is being read may still be in the answer.
    const busy = new Set(running.keys());
    const wait = busy.size === 0 ? longestWaitSeconds : 0;
    const outbox = await Promise.race([client.readOutbox({ limit: readLimit, wait }), over]);
    if (outbox === undefined) return;
    seen.read({ events: outbox.events, isWhole: outbox.events.length < readLimit });
    waiting = new Map([...byTicket(outbox.events)].filter(([number]) => !busy.has(number)));
  };

  const fill = () => {
    for (const [number, events] of waiting) {
      if (signal.aborted || running.size >= mostTicketsAtOnce) return;
      waiting.delete(number);
      const ended = () => {
        running.delete(number);
        onProgress();
      };
      running.set(number, show({ number, events }).then(ended));
    }
  };

  /** Works off what was read, until it is time to read again. */
  const drain = async () => {
    const enough = new AbortController();
    const awake = () => true;
    const later = clock.sleep(lookAgainMs, { signal: enough.signal, ref: false }).then(awake, awake);
    do fill();
    while (running.size > 0 && !(await Promise.race([later, ...running.values()])) && waiting.size > 0);
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
    onProgress();
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
