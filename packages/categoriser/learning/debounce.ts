/** A job that runs once nobody has asked for it for a while, never twice at a time. */
export type Debounced = {
  request(): void;
  /** Resolves when no run is waiting or under way. */
  settled(): Promise<void>;
  /** Drops a run that waits; one under way ends without effect. */
  close(): void;
};

type DebounceInput = { waitMs: number; run: (isWanted: () => boolean) => Promise<void> };

/** Debounces `run`, which asks `isWanted` at its end whether its result still counts. */
export function debounce({ waitMs, run }: DebounceInput): Debounced {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isRequestedAgain = false;
  let isClosed = false;
  let waiting: (() => void)[] = [];
  return { request, settled, close };

  function request(): void {
    if (isClosed) return;
    isRequestedAgain = isRunning;
    if (isRunning) return;
    clearTimeout(timer);
    timer = setTimeout(start, waitMs);
    timer.unref();
  }

  async function start(): Promise<void> {
    timer = undefined;
    isRunning = true;
    await run(() => !isClosed);
    isRunning = false;
    if (isRequestedAgain && !isClosed) request();
    else release();
  }

  function settled(): Promise<void> {
    if (!isRunning && timer === undefined) return Promise.resolve();
    timer?.ref();
    return new Promise(resolve => waiting.push(resolve));
  }

  function close(): void {
    isClosed = true;
    clearTimeout(timer);
    timer = undefined;
    if (!isRunning) release();
  }

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }
}
