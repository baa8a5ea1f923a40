import { setTimeout as wait } from 'node:timers/promises';
import type { SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { Delivered, FailureReason } from './delivery.ts';
import { eventEnvelope } from './event-envelope.ts';
import { eventsOfChange } from './events-of-change.ts';

const countedAsUnderWayMs = 1000;

/**
 * Turns what happens into Events API deliveries, each repeated up to three times with the same `event_id`
 * until the app acknowledges it.
 */
export function startEventDispatcher({ slack, stopped }: { slack: Slack; stopped: AbortSignal }): void {
  let delayed: SlackJson | undefined;

  const dispatch = async (envelope: SlackJson): Promise<void> => {
    const { dropEvents, duplicateEvents, reorderEvents } = slack.trouble.get();
    if (dropEvents) return logDropped({ slack, envelope });
    if (reorderEvents && delayed === undefined) {
      delayed = envelope;
      return;
    }
    const later = delayed;
    delayed = undefined;
    const copies = duplicateEvents ? [envelope, envelope] : [envelope];
    await Promise.all(copies.map(copy => deliverWithRetries({ slack, envelope: copy, stopped })));
    if (later !== undefined) await deliverWithRetries({ slack, envelope: later, stopped });
  };

  slack.changes.subscribe(change => {
    for (const event of eventsOfChange({ slack, change })) {
      void slack.deliveries.track(dispatch(eventEnvelope({ slack, event })));
    }
    if (change.type !== 'trouble' || change.trouble.reorderEvents || delayed === undefined) return;
    const released = delayed;
    delayed = undefined;
    void slack.deliveries.track(deliverWithRetries({ slack, envelope: released, stopped }));
  });
}

type DeliverWithRetriesInput = {
  slack: Slack;
  envelope: SlackJson;
  stopped: AbortSignal;
};

async function deliverWithRetries(input: DeliverWithRetriesInput): Promise<void> {
  const first = await deliver(input);
  if (!needsRetry(first)) return;
  const retries = retry({ ...input, reason: first.reason, number: 1 });
  // What Slack repeats minutes later is not waited for.
  if ((input.slack.timing.eventRetryDelaysMs[0] ?? 0) <= countedAsUnderWayMs) await retries;
}

type RetryInput = DeliverWithRetriesInput & { reason: FailureReason; number: number };

async function retry(input: RetryInput): Promise<void> {
  const { slack, stopped, reason, number } = input;
  const delayMs = slack.timing.eventRetryDelaysMs[number - 1];
  if (delayMs === undefined) return;
  await wait(delayMs, undefined, { signal: stopped, ref: false }).catch(() => undefined);
  if (stopped.aborted) return;
  const delivered = await deliver({ ...input, retry: { number, reason } });
  if (!needsRetry(delivered)) return;
  const next = retry({ ...input, reason: delivered.reason, number: number + 1 });
  if ((slack.timing.eventRetryDelaysMs[number] ?? 0) <= countedAsUnderWayMs) await next;
}

type DeliverInput = {
  slack: Slack;
  envelope: SlackJson;
  retry?: { number: number; reason: FailureReason };
};

function deliver(input: DeliverInput): Promise<Delivered> {
  const { slack, envelope, retry } = input;
  return slack.deliveries.send({
    kind: 'events_api',
    what: whatOf(envelope),
    payload: envelope,
    url: slack.manifest.eventsUrl,
    acceptsAnswer: false,
    retry,
  });
}

function needsRetry(delivered: Delivered): delivered is Delivered & { ok: false } {
  return !delivered.ok && delivered.isFinal !== true && delivered.reason !== 'no_url';
}

function logDropped({ slack, envelope }: { slack: Slack; envelope: SlackJson }): void {
  slack.traffic.add({
    direction: 'to_app',
    what: whatOf(envelope),
    status: 'failed',
    reason: 'dropped on purpose',
    durationMs: 0,
    request: envelope,
    response: {},
  });
}

function whatOf({ event }: SlackJson): string {
  if (typeof event !== 'object' || event === null || !('type' in event)) return 'event';
  return 'subtype' in event ? `event ${event.type} ${event.subtype}` : `event ${event.type}`;
}
