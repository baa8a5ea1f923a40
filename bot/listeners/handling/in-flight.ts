/** What is running: a listener by its kind, or work that goes on after one answered. */
type WorkKind = 'command' | 'click' | 'form' | 'shortcut' | 'event' | 'background';

/** Everything that is running, so that stopping can wait for it. */
export type InFlight = {
  /** Counts the work until it settles, and passes it on. */
  track: <Result>(input: { kind: WorkKind; work: Promise<Result> }) => Promise<Result>;
  /** How many acts are running that a person waits for. */
  countActs: () => number;
  /** Resolves once nothing runs any more. */
  settled: () => Promise<void>;
};

type CreateInFlightInput = {
  observe: (done: { kind: WorkKind; isFailed: boolean; seconds: number }) => void;
};

/** `observe` is called with how long each piece of work took, in seconds. */
export function createInFlight({ observe }: CreateInFlightInput): InFlight {
  const running = new Set<Promise<void>>();
  let acts = 0;
  return {
    track({ kind, work }) {
      const startedAt = performance.now();
      const size = kind === 'background' ? 0 : 1;
      acts += size;
      const done = (isFailed: boolean) => () => {
        running.delete(counted);
        acts -= size;
        observe({ kind, isFailed, seconds: (performance.now() - startedAt) / 1000 });
      };
      const counted: Promise<void> = work.then(done(false), done(true));
      running.add(counted);
      return work;
    },
    countActs: () => acts,
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
