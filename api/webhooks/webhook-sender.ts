import type { TicketEvent } from '@campus-desk/contract';
import { backOffMs, type Logger, systemClock } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { takeLease } from '../leases/take-lease.ts';
import type { OutboxNotifier } from '../outbox/notifier.ts';
import { type Gap, nextEvents } from './next-events.ts';
import { advance, readProgress, rememberFailure } from './progress.ts';
import { type Receiver, sendEvent } from './send-event.ts';

/** Of several copies of the API one sends: the others look after it so often, in milliseconds. */
const standbyMs = 5000;

/** How often events that another copy has stored are looked for, in milliseconds. */
const recheckMs = 1000;

/** Longer than one sending takes, so that nobody takes over in the middle of it. */
const leaseSeconds = 20;

/** How one attempt to send ended. */
type Attempt = 'taken' | 'refused';

/** What came of a round: nothing to do, more to do, a receiver that does not take it, or somebody else who sends. */
type Round = 'idle' | 'sent' | 'failed' | 'standby';

type CreateWebhookSenderInput = {
  context: Context;
  notifier: OutboxNotifier;
  receiver: Receiver;
  /** By what the lease knows this copy of the API. */
  holder: string;
  logger: Logger;
  observe: (attempt: Attempt) => void;
};

/**
 * Sends every event to the receiver, in order and at least once. It reads what is stored and waits for nobody, so a
 * receiver that is away holds up its own events and nothing else.
 */
export function createWebhookSender(input: CreateWebhookSenderInput) {
  const { context, notifier, receiver, holder, logger, observe } = input;
  const { db, clock } = context;
  const stopping = new AbortController();
  let gap: Gap | undefined;
  let failures = 0;
  let running: Promise<void> | undefined;
  return {
    start(): void {
      running ??= run();
    },
    /** Finishes the sending that is running, and lets the next copy send. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const round = await sendSome().catch(err => {
        logger.warn({ err }, 'webhooks cannot be sent; trying again');
        return 'failed' as const;
      });
      failures = round === 'failed' ? failures + 1 : 0;
      if (round !== 'sent') await pause(round);
    }
    await takeLease({ context, name: 'webhooks', holder, ttlSeconds: 0 }).catch(() => {});
  }

  async function sendSome(): Promise<Round> {
    const lease = await takeLease({ context, name: 'webhooks', holder, ttlSeconds: leaseSeconds });
    if (lease.holder !== holder) return 'standby';
    const progress = await readProgress(db);
    const next = await nextEvents({ db, progress, gap });
    gap = next.gap;
    return next.ready.length === 0 ? 'idle' : sendAll({ events: next.ready, position: progress.position });
  }

  async function sendAll({ events, position }: { events: TicketEvent[]; position: number }): Promise<Round> {
    const until = performance.now() + (leaseSeconds * 1000) / 2;
    let from = position;
    for (const event of events) {
      if (stopping.signal.aborted || performance.now() > until) return 'sent';
      const now = clock();
      const reason = await sendEvent({ receiver, event, now });
      observe(reason === undefined ? 'taken' : 'refused');
      if (reason !== undefined) {
        logger.warn(
          { event: event.id, reason },
          'the receiver of webhooks did not take an event; trying again',
        );
        await rememberFailure({ db, reason, now });
        return 'failed';
      }
      if (!(await advance({ db, from, to: event.id }))) return 'standby';
      from = event.id;
    }
    return 'sent';
  }

  function pause(round: Round): Promise<void> {
    const { signal } = stopping;
    if (round === 'idle') return notifier.waitForNotification({ timeoutMs: recheckMs, signal });
    const ms = round === 'failed' ? backOffMs(failures) : standbyMs;
    return systemClock.sleep(ms, { signal, ref: false }).catch(() => {});
  }
}
