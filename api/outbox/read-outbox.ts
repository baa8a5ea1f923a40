import type { Outbox } from '@campus-desk/contract';
import { asc, isNull } from 'drizzle-orm';
import { type Database, events } from '../../db/index.ts';
import { eventColumns, toEvent } from './event-row.ts';
import type { OutboxNotifier } from './notifier.ts';

/** How often a waiting call looks for what another API process has stored, in milliseconds. */
const recheckMs = 1000;

type ReadOutboxInput = {
  db: Database;
  notifier: OutboxNotifier;
  limit: number;
  waitMs: number;
  signal: AbortSignal;
};

/**
 * The events Slack does not show yet, oldest first. With none it waits up to `waitMs` for one; an aborted signal
 * ends the waiting early.
 */
export async function readOutbox({ db, notifier, limit, waitMs, signal }: ReadOutboxInput): Promise<Outbox> {
  const until = performance.now() + waitMs;
  for (;;) {
    // Listening begins before looking, so that nothing can happen unheard in between.
    const woken = listen({ notifier, signal, timeoutMs: Math.min(recheckMs, until - performance.now()) });
    const events = await pendingEvents({ db, limit });
    if (events.length > 0 || signal.aborted || performance.now() >= until) {
      woken.stop();
      return { events };
    }
    await woken.promise;
  }
}

type ListenInput = { notifier: OutboxNotifier; signal: AbortSignal; timeoutMs: number };

/** A wait that can be given up, so that no timer outlives the call. */
function listen({ notifier, signal, timeoutMs }: ListenInput) {
  const giveUp = new AbortController();
  const promise = notifier.wait({ timeoutMs, signal: AbortSignal.any([signal, giveUp.signal]) });
  return { promise, stop: () => giveUp.abort() };
}

async function pendingEvents({ db, limit }: { db: Database; limit: number }): Promise<Outbox['events']> {
  const rows = await db
    .select(eventColumns)
    .from(events)
    .where(isNull(events.shownAt))
    .orderBy(asc(events.id))
    .limit(limit);
  return rows.map(toEvent);
}
