const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type FormatAgeInput = { from: string; now: number };

/** How old something is, in one unit: `5 min`, `3 h`, `12 d`; empty when it has only just happened. */
export function formatAge({ from, now }: FormatAgeInput): string {
  const ms = now - Date.parse(from);
  if (ms >= dayMs) return `${Math.floor(ms / dayMs)} d`;
  if (ms >= hourMs) return `${Math.floor(ms / hourMs)} h`;
  return ms >= minuteMs ? `${Math.floor(ms / minuteMs)} min` : '';
}
