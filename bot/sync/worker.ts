import { type Client, maxWaitSeconds } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger, unlessAborted } from '@campus-desk/service-kit';
import { createBacklog, type TicketEvents } from './backlog.ts';
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
export type Batch = TicketEvents & { planned: () => void };

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
 * Hands the outbox to `show` for as long as the lease is held: each event once, as soon as Slack can take it. Resolves when
 * the lease has ended and what was running has stopped.
 */
export async function workOutbox(input: WorkOutboxInput): Promise<void> {
  const { client, clock, signal, logger, seen, show, isBusy, onIdle } = input;
  const held = new Set<number>();
  const running = new Set<Promise<void>>();
  const backlog = createBacklog();
  const waiting = new Set<() => void>();
  let planning = 0;

  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  const begin = (taken: TicketEvents) => {
    let isPlanning = true;
    planning += 1;
    const planned = () => {
      if (isPlanning) planning -= 1;
      isPlanning = false;
      wake();
    };
    const showing = show({ ...taken, planned }).then(() => {
      running.delete(showing);
      for (const { id } of taken.events) held.delete(id);
      backlog.ended(taken);
      planned();
      onIdle();
    });
    running.add(showing);
    wake();
  };

  /** Resolves when `isPossible`, or when the lease has ended. */
  const until = async (isPossible: () => boolean) => {
    while (!signal.aborted && !isPossible())
      await unlessAborted({ work: new Promise<void>(resolve => waiting.add(resolve)), signal });
  };

  const mayPlan = () => planning < maxTicketsAtOnce[isBusy() ? 'busy' : 'quiet'];

  const beginBacklog = async () => {
    while (!signal.aborted) {
      await until(() => mayPlan() && backlog.hasNext());
      const next = signal.aborted ? undefined : backlog.take();
      if (next !== undefined) begin(next);
    }
  };

  /** What comes meanwhile is read together. */
  const pause = async () => {
    const ms = Math.min(maxPauseMs, (held.size - manyEvents) / 5);
    if (ms > 0) await clock.sleep(ms, { signal }).catch(() => undefined);
  };

  /** Answers whether that was all there is. */
  const read = async (): Promise<boolean> => {
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
    const unknown = events.filter(({ id }) => !known.has(id));
    for (const { id } of unknown) held.add(id);
    backlog.add(unknown);
    wake();
    return isWhole;
  };

  const keepReading = async () => {
    for (let failures = 0; !signal.aborted; ) {
      try {
        const isWhole = await read();
        failures = 0;
        await until(() => held.size < maxEvents && mayPlan() && !backlog.hasNext());
        if (isWhole) await pause();
      } catch (error) {
        failures += 1;
        logger.warn({ err: error, attempt: failures }, 'the outbox could not be read');
        onIdle();
        await clock.sleep(backOffMs(failures), { signal }).catch(() => undefined);
      }
    }
  };

  await Promise.all([keepReading(), beginBacklog()]);
  await Promise.all(running);
}
