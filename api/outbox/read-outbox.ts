import type { Outbox } from '@campus-desk/contract';
import { asc } from 'drizzle-orm';
import { type Database, events } from '../../db/index.ts';
import { eventColumns, toEvent } from './event-row.ts';
import { isPending } from './event-state.ts';
import type { OutboxNotifier } from './notifier.ts';

/** How often a waiting call looks for events that another API process has stored, in milliseconds. */
const recheckMs = 1000;

type ReadOutboxInput = {
  db: Database;
  notifier: OutboxNotifier;
  limit: number;
  waitMs: number;
  signal: AbortSignal;
};

/**
 * The events that Slack does not show yet, oldest first. Without any it waits up to `waitMs` for one; an aborted
 * signal ends the wait early.
 */
export async function readOutbox({ db, notifier, limit, waitMs, signal }: ReadOutboxInput): Promise<Outbox> {
  const until = performance.now() + waitMs;
  for (;;) {
    const leftMs = Math.max(0, until - performance.now());
    // Waiting begins before the query, so that no event stored in between is missed.
    const wait = startWait({ notifier, signal, timeoutMs: Math.min(recheckMs, leftMs) });
    const events = await pendingEvents({ db, limit });
    if (events.length > 0 || signal.aborted || performance.now() >= until) {
      wait.cancel();
      return { events };
    }
    await wait.promise;
  }
}

type StartWaitInput = { notifier: OutboxNotifier; signal: AbortSignal; timeoutMs: number };

/** A wait that can be cancelled, so that no timer outlives the call. */
function startWait({ notifier, signal, timeoutMs }: StartWaitInput) {
  const cancelled = new AbortController();
  const either = AbortSignal.any([signal, cancelled.signal]);
  const promise = notifier.waitForNotification({ timeoutMs, signal: either });
  return { promise, cancel: () => cancelled.abort() };
}

async function pendingEvents({ db, limit }: { db: Database; limit: number }): Promise<Outbox['events']> {
  const rows = await db
    .select(eventColumns)
    .from(events)
    .where(isPending)
    .orderBy(asc(events.id))
    .limit(limit);
  return rows.map(toEvent);
}
