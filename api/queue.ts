import { tooBusy } from '@campus-desk/contract';

export type Queue = { run: <Result>(work: () => Promise<Result>) => Promise<Result> };

type CreateQueueInput = { atOnce: number; maxWaiting: number; maxWaitMs: number };

/**
 * Runs at most `atOnce` works at a time, the others one after the other as they came; throws `unavailable`, before the
 * work begins, when too many wait or its turn does not come in time.
 */
export function createQueue({ atOnce, maxWaiting, maxWaitMs }: CreateQueueInput): Queue {
  const waiting = new Set<() => void>();
  let running = 0;
  return { run };

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) await turn();
    else running += 1;
    try {
      return await work();
    } finally {
      passOn();
    }
  }

  function turn(): Promise<void> {
    if (waiting.size >= maxWaiting) throw tooBusy();
    return new Promise((begin, refuse) => {
      const next = () => {
        clearTimeout(timer);
        waiting.delete(next);
        begin();
      };
      const timer = setTimeout(() => {
        waiting.delete(next);
        refuse(tooBusy());
      }, maxWaitMs);
      waiting.add(next);
    });
  }

  /** Whoever waits takes the place of whoever is done. */
  function passOn(): void {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else next();
  }
}
