import { setTimeout as wait } from 'node:timers/promises';
import type { SlackJson } from '../../protocol.ts';
import type { ChangeFeed } from '../changes.ts';
import type { TrafficLog } from '../traffic.ts';
import type { TroubleBoard } from '../trouble.ts';
import type { AppLink, Delivered, Delivery, FailureReason } from './delivery.ts';

export type Deliveries = {
  /** Delivers once, within the 3 seconds Slack waits for an acknowledgement. */
  send(delivery: Delivery): Promise<Delivered>;
  /** Work others should count as under way, such as a repetition that is due at once. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  isReachable(): boolean;
};

/** Failures that mean the app is not there; one that answers late or wrongly is. */
const unreachable: readonly FailureReason[] = ['connection_failed', 'no_url'];

type CreateDeliveriesInput = {
  link: AppLink;
  trouble: TroubleBoard;
  traffic: TrafficLog;
  changes: ChangeFeed;
  ackDeadlineMs: number;
  stopped: AbortSignal;
};

/** Sends to the app what happens, with the trouble that is turned on, and logs it for the inspector. */
export function createDeliveries(input: CreateDeliveriesInput): Deliveries {
  const { link, trouble, traffic, changes, ackDeadlineMs, stopped } = input;
  const underWay = new Set<Promise<unknown>>();
  let reachable = true;

  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  };

  const attempt = async (delivery: Delivery): Promise<Delivered> => {
    const { appDown, appDelayMs, acksLost } = trouble.get();
    if (appDown) return { ok: false, reason: 'connection_failed' };
    if (appDelayMs > 0) await wait(appDelayMs, undefined, { signal: stopped }).catch(() => undefined);
    const delivered = await link(delivery);
    return acksLost ? { ok: false, reason: 'http_timeout' } : delivered;
  };

  const send = async (delivery: Delivery): Promise<Delivered> => {
    const startedAt = performance.now();
    const delivered = await withDeadline({ work: attempt(delivery), deadlineMs: ackDeadlineMs });
    traffic.add({
      direction: 'to_app',
      what: delivery.what,
      ...verdict(delivered),
      durationMs: Math.round(performance.now() - startedAt),
      request: delivery.retry ? { ...delivery.payload, retry: delivery.retry } : delivery.payload,
      response: answerOf(delivered),
    });
    const isNowReachable = delivered.ok || !unreachable.includes(delivered.reason);
    if (isNowReachable !== reachable) {
      reachable = isNowReachable;
      changes.publish({ type: 'app_reachable', reachable });
    }
    return delivered;
  };

  return {
    send: delivery => track(send(delivery)),
    track,
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    isReachable: () => reachable,
  };
}

async function withDeadline(input: { work: Promise<Delivered>; deadlineMs: number }): Promise<Delivered> {
  const timer = new AbortController();
  const late: Delivered = { ok: false, reason: 'http_timeout' };
  const deadline = wait(input.deadlineMs, late, { signal: timer.signal }).catch(() => late);
  const delivered = await Promise.race([input.work, deadline]);
  timer.abort();
  return delivered;
}

function verdict(delivered: Delivered): { status: 'ok' | 'refused' | 'failed'; reason: string } {
  if (delivered.ok) return { status: 'ok', reason: '' };
  const { reason, status } = delivered;
  return { status: 'failed', reason: status === undefined ? reason : `${reason} (HTTP ${status})` };
}

function answerOf(delivered: Delivered): SlackJson {
  if (!delivered.ok) return {};
  return typeof delivered.body === 'object' && delivered.body !== null
    ? { ...delivered.body }
    : { body: delivered.body };
}
