/** Everything that is running, so that stopping can wait for it. */
export type InFlight = {
  /** Counts the work until it settles, and passes it on. */
  track: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Resolves once nothing runs any more. */
  settled: () => Promise<void>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      const counted: Promise<void> = work
        .then(
          () => {},
          () => {},
        )
        .finally(() => running.delete(counted));
      running.add(counted);
      return work;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
