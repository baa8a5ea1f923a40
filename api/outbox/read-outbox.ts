import type { Outbox } from '@campus-desk/contract';
import { and, asc, type SQL, sql } from 'drizzle-orm';
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
  /** Events that are being shown already. */
  except?: number[];
  waitMs: number;
  signal: AbortSignal;
};

/**
 * The events that Slack does not show yet, oldest first. Without any it waits up to `waitMs` for one; an aborted
 * signal ends the wait early.
 */
export async function readOutbox(input: ReadOutboxInput): Promise<Outbox> {
  const { notifier, waitMs, signal } = input;
  const until = performance.now() + waitMs;
  for (;;) {
    const leftMs = Math.max(0, until - performance.now());
    // Waiting begins before the query, so that no event stored in between is missed.
    const wait = startWait({ notifier, signal, timeoutMs: Math.min(recheckMs, leftMs) });
    const events = await pendingEvents(input);
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

type PendingEventsInput = Pick<ReadOutboxInput, 'db' | 'limit' | 'except'>;

async function pendingEvents({ db, limit, except = [] }: PendingEventsInput): Promise<Outbox['events']> {
  const rows = await db
    .select(eventColumns)
    .from(events)
    .where(and(isPending, except.length === 0 ? undefined : notAmong(except)))
    .orderBy(asc(events.id))
    .limit(limit);
  return rows.map(row => toEvent({ row, hidden: undefined }));
}

/** As one parameter, which the database hashes: a list of thousands would be as many parameters. */
function notAmong(ids: number[]): SQL {
  const list = `{${ids.join(',')}}`;
  return sql`${events.id} not in (select unnest(${list}::bigint[]))`;
}
