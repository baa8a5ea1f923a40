/** Wakes the calls that wait for an event to be stored in this process. */
export type OutboxNotifier = {
  notify: () => void;
  /** Resolves at the next notification, after `timeoutMs`, or when the signal aborts; never rejects. */
  waitForNotification: (options: { timeoutMs: number; signal: AbortSignal }) => Promise<void>;
};

/** A notifier with nobody waiting yet. */
export function createOutboxNotifier(): OutboxNotifier {
  const waiting = new Set<() => void>();
  return {
    notify: () => {
      for (const wake of waiting) wake();
    },
    waitForNotification: ({ timeoutMs, signal }) =>
      new Promise(resolve => {
        const wake = () => {
          waiting.delete(wake);
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake);
        waiting.add(wake);
        if (signal.aborted) wake();
      }),
  };
}
