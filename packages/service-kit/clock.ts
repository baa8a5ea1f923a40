import { setTimeout as wait } from 'node:timers/promises';

/** The time and waiting; tests bring their own. */
export type Clock = {
  now(): number;
  /** Milliseconds that pass evenly, whatever happens to the time of day; for measuring only. */
  monotonic(): number;
  /**
   * Resolves after `ms`, rejects when the signal aborts. With `ref: false` it is a wait in the background, which
   * does not keep the process alive.
   */
  sleep(ms: number, options: { signal?: AbortSignal; ref?: boolean }): Promise<void>;
};

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  sleep: (ms, options) => wait(ms, undefined, options),
};
