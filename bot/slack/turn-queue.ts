import type { Clock } from '@campus-desk/service-kit';

export type TurnQueue = ReturnType<typeof createTurnQueue>;

/** So many calls at once, and one more each interval. */
export type Rate = { intervalMs: number; burst: number };

export type Waiting = {
  signal?: AbortSignal;
  /** Called when the turn does not come at once. */
  onWait?: () => void;
};

type CreateTurnQueueInput = {
  clock: Clock;
  rate: Rate | undefined;
  /** No turn comes before that time, in milliseconds. */
  pausedUntil: () => number;
};

/** Gives turns in the order of asking; whoever gives up waiting takes none from those behind. */
export function createTurnQueue({ clock, rate, pausedUntil }: CreateTurnQueueInput) {
  const waiting = new Set<() => void>();
  let nextFree = 0;
  let serving: AbortController | undefined;

  const waitMs = () => {
    const now = clock.now();
    const ofRate = rate === undefined ? 0 : nextFree - (rate.burst - 1) * rate.intervalMs - now;
    return Math.max(0, ofRate, pausedUntil() - now);
  };
  const take = () => {
    if (rate !== undefined) nextFree = Math.max(nextFree, clock.now()) + rate.intervalMs;
  };
  const serve = async (own: AbortController) => {
    while (waiting.size > 0 && !own.signal.aborted) {
      const ms = waitMs();
      if (ms > 0) await clock.sleep(ms, { signal: own.signal }).catch(() => undefined);
      else {
        take();
        const [first] = waiting;
        first?.();
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
    async turn({ signal, onWait }: Waiting): Promise<void> {
      signal?.throwIfAborted();
      if (waiting.size === 0 && waitMs() === 0) return take();
      onWait?.();
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(go);
          signal?.removeEventListener('abort', giveUp);
        };
        const go = () => {
          leave();
          resolve();
        };
        const giveUp = () => {
          leave();
          if (waiting.size === 0) stopServing();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp);
        waiting.add(go);
        beginServing();
      });
    },
    isIdle: (): boolean => waiting.size === 0 && nextFree <= clock.now(),
  };
}
