/** Runs a job once things have been quiet for a while, never twice at a time. */
export type Schedule = { ask(): void; settled(): Promise<void>; close(): void };

/** `run` learns through `isWanted` whether its result still counts when it has one. */
export function createSchedule(input: {
  afterMs: number;
  run: (isWanted: () => boolean) => Promise<void>;
}): Schedule {
  const { afterMs, run } = input;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let askedAgain = false;
  let closed = false;
  let waiting: (() => void)[] = [];
  return { ask, settled, close };

  function ask(): void {
    if (closed) return;
    askedAgain = running;
    if (running) return;
    clearTimeout(timer);
    timer = setTimeout(start, afterMs);
    timer.unref();
  }

  async function start(): Promise<void> {
    timer = undefined;
    running = true;
    await run(() => !closed);
    running = false;
    if (askedAgain && !closed) ask();
    else release();
  }

  function settled(): Promise<void> {
    if (!running && timer === undefined) return Promise.resolve();
    timer?.ref();
    return new Promise(resolve => waiting.push(resolve));
  }

  function close(): void {
    closed = true;
    clearTimeout(timer);
    timer = undefined;
    if (!running) release();
  }

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }
}
