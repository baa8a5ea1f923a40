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

type Waiter = { canWait: boolean; signal: AbortSignal | undefined; go: () => void; giveUp: () => void };

/** So many calls that people wait for go before one that can wait, at most. */
const maxBefore = 4;

/**
 * Gives turns in the order of asking, first to calls that people wait for; whoever gives up waiting takes none from those
 * behind.
 */
export function createTurnQueue({ clock, rate, pausedUntil }: CreateTurnQueueInput) {
  /** Thousands may wait: the first of either kind is found without a look at the others. */
  const urgent = new Set<Waiter>();
  const patient = new Set<Waiter>();
  /** A signal looks through all of its listeners for each that comes or goes: it has one for all who wait. */
  const waitingUnder = new Map<AbortSignal, Set<Waiter>>();
  let nextFree = 0;
  /** Turns that others had since one that can wait began to, or had its own. */
  let before = 0;
  let serving: AbortController | undefined;

  const isEmpty = () => urgent.size + patient.size === 0;
  const nextInOrder = () => {
    const [firstUrgent] = urgent;
    const [firstPatient] = patient;
    return before >= maxBefore ? (firstPatient ?? firstUrgent) : (firstUrgent ?? firstPatient);
  };
  const waitMs = (canWait: boolean) => {
    const now = clock.now();
    const { intervalMs = 0, burst = 1, reserve = 0 } = rate ?? {};
    const kept = canWait && before < maxBefore ? reserve : 0;
    const ofRate = rate === undefined ? 0 : nextFree - (burst - 1 - kept) * intervalMs - now;
    return Math.max(0, ofRate, pausedUntil() - now);
  };
  const take = (canWait: boolean) => {
    before = canWait || patient.size === 0 ? 0 : before + 1;
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

  const enter = (waiter: Waiter) => {
    const { signal } = waiter;
    (waiter.canWait ? patient : urgent).add(waiter);
    if (signal === undefined) return;
    const together = waitingUnder.get(signal) ?? new Set();
    together.add(waiter);
    if (waitingUnder.has(signal)) return;
    waitingUnder.set(signal, together);
    signal.addEventListener('abort', giveAllUp, { once: true });
  };
  const leave = (waiter: Waiter) => {
    const { signal } = waiter;
    (waiter.canWait ? patient : urgent).delete(waiter);
    const together = signal && waitingUnder.get(signal);
    if (signal === undefined || !together?.delete(waiter) || together.size > 0) return;
    waitingUnder.delete(signal);
    signal.removeEventListener('abort', giveAllUp);
  };
  const giveAllUp = ({ target }: Event) => {
    if (target instanceof AbortSignal) for (const waiter of waitingUnder.get(target) ?? []) waiter.giveUp();
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
        const waiter = {
          canWait,
          signal,
          go: () => {
            leave(waiter);
            resolve();
          },
          giveUp: () => {
            leave(waiter);
            if (isEmpty()) stopServing();
            reject(signal?.reason);
          },
        };
        enter(waiter);
        // What is slept for may be the turn of a call that can wait.
        if (isFirst) serveAnew();
        else beginServing();
      });
    },
    isIdle: (): boolean => isEmpty() && nextFree <= clock.now(),
  };
}
