import type { Clock } from '@campus-desk/service-kit';

export type TurnQueue = ReturnType<typeof createTurnQueue>;

/** So many calls at once, and one more each interval; the last `reserve` of them only for calls that people wait for. */
export type Rate = { intervalMs: number; burst: number; reserve?: number };

export type Waiting = {
  signal?: AbortSignal;
  /** Nobody waits for it: calls that people wait for go first, most of the time. */
  canWait?: boolean;
  /** Called when the turn does not come at once. */
  onWait?: () => void;
};

type CreateTurnQueueInput = {
  clock: Clock;
  rate: Rate | undefined;
  /** No turn comes before that time, in milliseconds. */
  pausedUntil: () => number;
};

type Waiter = { canWait: boolean; go: () => void };

/** So many calls that people wait for go before one that can wait, at most. */
const maxBefore = 4;

/**
 * Gives turns in the order of asking, first to calls that people wait for; whoever gives up waiting takes none from those
 * behind.
 */
export function createTurnQueue({ clock, rate, pausedUntil }: CreateTurnQueueInput) {
  const waiting = new Set<Waiter>();
  let nextFree = 0;
  /** Turns that others had since one that can wait began to, or had its own. */
  let before = 0;
  let serving: AbortController | undefined;

  const firstOf = (canWait: boolean) => {
    for (const waiter of waiting) if (waiter.canWait === canWait) return waiter;
    return undefined;
  };
  const nextInOrder = () => {
    const urgent = firstOf(false);
    const patient = firstOf(true);
    return before >= maxBefore ? (patient ?? urgent) : (urgent ?? patient);
  };
  const waitMs = (canWait: boolean) => {
    const now = clock.now();
    const { intervalMs = 0, burst = 1, reserve = 0 } = rate ?? {};
    const kept = canWait && before < maxBefore ? reserve : 0;
    const ofRate = rate === undefined ? 0 : nextFree - (burst - 1 - kept) * intervalMs - now;
    return Math.max(0, ofRate, pausedUntil() - now);
  };
  const take = (canWait: boolean) => {
    before = canWait || firstOf(true) === undefined ? 0 : before + 1;
    if (rate !== undefined) nextFree = Math.max(nextFree, clock.now()) + rate.intervalMs;
  };
  const serve = async (own: AbortController) => {
    while (!own.signal.aborted) {
      const next = nextInOrder();
      if (next === undefined) break;
      const ms = waitMs(next.canWait);
      if (ms > 0) await clock.sleep(ms, { signal: own.signal }).catch(() => undefined);
      else {
        take(next.canWait);
        next.go();
      }
    }
    if (serving === own) serving = undefined;
  };
  const beginServing = () => {
    if (serving !== undefined) return;
    serving = new AbortController();
    void serve(serving);
  };
  const stopServing = () => {
    serving?.abort();
    serving = undefined;
  };
  const serveAnew = () => {
    stopServing();
    beginServing();
  };

  return {
    /** Resolves when it is the caller's turn; rejects when the signal aborts. */
    async turn({ signal, canWait = false, onWait }: Waiting): Promise<void> {
      signal?.throwIfAborted();
      const next = nextInOrder();
      const isFirst = next === undefined || (next.canWait && !canWait && before < maxBefore);
      if (isFirst && waitMs(canWait) === 0) {
        take(canWait);
        if (before >= maxBefore) serveAnew();
        return;
      }
      onWait?.();
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(waiter);
          signal?.removeEventListener('abort', giveUp);
        };
        const go = () => {
          leave();
          resolve();
        };
        const waiter = { canWait, go };
        const giveUp = () => {
          leave();
          if (waiting.size === 0) stopServing();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp);
        waiting.add(waiter);
        // What is slept for may be the turn of a call that can wait.
        if (isFirst) serveAnew();
        else beginServing();
      });
    },
    isIdle: (): boolean => waiting.size === 0 && nextFree <= clock.now(),
  };
}
