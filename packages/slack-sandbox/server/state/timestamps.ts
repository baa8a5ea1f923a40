/** Message timestamps: Unix seconds with six digits, unique and growing even when the clock stands still. */
export function createTimestamps({ clock, written }: { clock: () => Date; written: string[] }) {
  let last = written.reduce((latest, ts) => Math.max(latest, microseconds(ts)), 0);
  return {
    next(): string {
      last = Math.max(clock().getTime() * 1000, last + 100);
      return asTs(last);
    },
  };
}

/** Microseconds of a timestamp; NaN for anything else. */
export function microseconds(ts: string): number {
  const parts = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts);
  if (parts === null) return Number.NaN;
  return Number(parts[1]) * 1_000_000 + Number((parts[2] ?? '').padEnd(6, '0'));
}

function asTs(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}
