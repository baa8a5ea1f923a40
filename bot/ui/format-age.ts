import type { Texts } from './texts/texts.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type FormatAgeInput = { from: string; now: number; texts: Texts };

/** How old something is, in one unit: `5 min`, `3 h`, `12 d`; empty when it has only just happened. */
export function formatAge({ from, now, texts }: FormatAgeInput): string {
  const { age } = texts.common;
  const ms = now - Date.parse(from);
  if (ms >= dayMs) return age.days({ count: Math.floor(ms / dayMs) });
  if (ms >= hourMs) return age.hours({ count: Math.floor(ms / hourMs) });
  return ms >= minuteMs ? age.minutes({ count: Math.floor(ms / minuteMs) }) : '';
}
