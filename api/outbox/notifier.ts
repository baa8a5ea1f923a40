/** Wakes those who wait for something to happen in this process. */
export type OutboxNotifier = {
  notify: () => void;
  /** Resolves at the next notification, after `timeoutMs`, or when the signal aborts; never rejects. */
  wait: (options: { timeoutMs: number; signal: AbortSignal }) => Promise<void>;
};

/** A notifier that nobody is waiting for yet. */
export function createOutboxNotifier(): OutboxNotifier {
  const waiting = new Set<() => void>();
  return {
    notify: () => {
      for (const wake of waiting) wake();
    },
    wait: ({ timeoutMs, signal }) =>
      new Promise(woken => {
        const wake = () => {
          waiting.delete(wake);
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          woken();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake);
        waiting.add(wake);
        if (signal.aborted) wake();
      }),
  };
}
