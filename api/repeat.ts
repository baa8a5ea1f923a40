/** Work that is repeated until it is stopped. */
export type Repeating = { stop: () => Promise<void> };

type RepeatInput = { everyMs: number; work: () => Promise<void>; onError: (error: unknown) => void };

/** Does `work` every so many milliseconds, never twice at a time; it does not keep the process alive. */
export function repeat({ everyMs, work, onError }: RepeatInput): Repeating {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  }, everyMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
