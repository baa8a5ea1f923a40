import type { Clock } from '@campus-desk/service-kit';

export type TurnQueue = ReturnType<typeof createTurnQueue>;

/** So many calls at once, and one more each interval; the last `reserve` of them only for calls that people wait for. */
export type Rate = { intervalMs: number; burst: number; reserve?: number };

export type Waiting = {
  signal?: AbortSignal;
  /** Nobody waits for it: calls that people wait for go first, for some time. */
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

/** `from` when it has its turn in the order of asking, whatever others wait for. */
type Waiter = { from: number; go: () => void };

/** A call that can wait goes after the others for so long, at most. */
const maxPatienceMs = 15_000;

/**
 * Gives turns in the order of asking, first to calls that people wait for; whoever gives up waiting takes none from those
 * behind.
 */
export function createTurnQueue({ clock, rate, pausedUntil }: CreateTurnQueueInput) {
  const waiting = new Set<Waiter>();
  let nextFree = 0;
  let serving: AbortController | undefined;

  const isInOrder = ({ from }: Waiter) => from <= clock.now();
  const firstInOrder = () => {
    for (const waiter of waiting) if (isInOrder(waiter)) return waiter;
    return undefined;
  };
  const waitMs = (waiter: Waiter) => {
    const now = clock.now();
    const { intervalMs = 0, burst = 1, reserve = 0 } = rate ?? {};
    const freeMs = nextFree - (burst - 1) * intervalMs - now;
    const ofRate = isInOrder(waiter)
      ? freeMs
      : Math.max(freeMs, Math.min(freeMs + reserve * intervalMs, waiter.from - now));
    return Math.max(0, rate === undefined ? 0 : ofRate, pausedUntil() - now);
  };
  const take = () => {
    if (rate !== undefined) nextFree = Math.max(nextFree, clock.now()) + rate.intervalMs;
  };
  const serve = async (own: AbortController) => {
    while (!own.signal.aborted) {
      const [oldest] = waiting;
      const next = firstInOrder() ?? oldest;
      if (next === undefined) break;
      const ms = waitMs(next);
      if (ms > 0) await clock.sleep(ms, { signal: own.signal }).catch(() => undefined);
      else {
        take();
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

  return {
    /** Resolves when it is the caller's turn; rejects when the signal aborts. */
    async turn({ signal, canWait = false, onWait }: Waiting): Promise<void> {
      signal?.throwIfAborted();
      const from = clock.now() + (canWait ? maxPatienceMs : 0);
      const isFirst = canWait ? waiting.size === 0 : firstInOrder() === undefined;
      if (isFirst && waitMs({ from, go: () => undefined }) === 0) return take();
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
        const waiter = { from, go };
        const giveUp = () => {
          leave();
          if (waiting.size === 0) stopServing();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp);
        waiting.add(waiter);
        // What is slept for may be the turn of a call that can wait.
        if (isFirst) stopServing();
        beginServing();
      });
    },
    isIdle: (): boolean => waiting.size === 0 && nextFree <= clock.now(),
  };
}
