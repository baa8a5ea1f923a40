/** How long loading the model and answering one text took, in milliseconds on this machine. */
export type Times = { loadMs: number; medianMs: number; p95Ms: number };

/** What `work` returns and the milliseconds it took. */
export function timed<Result>(work: () => Result): { result: Result; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

/** The times of all texts in two figures. */
export function summariseTimes({ loadMs, texts }: { loadMs: number; texts: readonly number[] }): Times {
  const sorted = [...texts].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { loadMs: round(loadMs), medianMs: at(0.5), p95Ms: at(0.95) };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
