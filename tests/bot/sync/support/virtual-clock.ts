import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@campus-desk/service-kit';

type Sleeper = { at: number; ref: boolean; wake: () => void };

export type VirtualClock = Clock & {
  /** Lets this much time pass, waking whoever is due on the way. */
  advance(ms: number): Promise<void>;
  /** Counts as work while it runs: no time passes. */
  during<Result>(work: Promise<Result>): Promise<Result>;
};

type CreateVirtualClockInput = { start: number; onChange: (now: number) => void };

/**
 * A clock on which time passes only when nothing is at work and somebody waits for it: such a wait takes no time at
 * all, and background waits end when the others have brought the time that far.
 */
export function createVirtualClock({ start, onChange }: CreateVirtualClockInput): VirtualClock {
  let now = start;
  let working = 0;
  let isRunning = false;
  const sleepers = new Set<Sleeper>();

  const quiet = async (isOver = () => false) => {
    for (let turns = 0; turns < 3 && !isOver(); turns += 1) {
      await turn();
      if (working > 0) turns = -1;
    }
  };

  const wakeNext = (until: number): boolean => {
    const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
    if (next === undefined || next.at > until) return false;
    now = Math.max(now, next.at);
    onChange(now);
    next.wake();
    return true;
  };

  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    for (;;) {
      await quiet();
      if (![...sleepers].some(({ ref }) => ref)) break;
      wakeNext(Number.POSITIVE_INFINITY);
    }
    isRunning = false;
  };

  return {
    now: () => now,
    monotonic: () => now,
    sleep(ms, { signal, ref = true }) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        const wake = () => {
          leave();
          resolve();
        };
        const sleeper = { at: now + ms, ref, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort);
        if (ref) void run();
      });
    },
    async advance(ms) {
      const until = now + ms;
      // Who is refused again and again brings the time on and is never quiet.
      do await quiet(() => now > until);
      while (wakeNext(until));
      // Others may have brought the time farther meanwhile.
      now = Math.max(now, until);
      onChange(now);
    },
    async during(work) {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
      }
    },
  };
}

type WhileTimePassesInput = { clock: VirtualClock; work: Promise<void>; everyMs: number };

/**
 * Resolves with the work, and lets a second pass each time it is not done after `everyMs`: a bot that lost its lease, as
 * on a machine that was too busy for its heartbeats, waits in the background to ask again.
 */
export async function whileTimePasses({ clock, work, everyMs }: WhileTimePassesInput): Promise<void> {
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  for (;;) {
    await Promise.race([ended, wait(everyMs)]);
    if (isOver) return ended;
    await clock.advance(1000);
  }
}
