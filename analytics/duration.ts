import type { Texts } from './texts/texts.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type DurationInput = {
  seconds: number;
  texts: Texts;
  /** False for times in which a day has fewer hours. */
  hasDays?: boolean;
};

/** A duration as a person says it: `under 1 min`, `25 min`, `3.5 h`, `2.4 days`. */
export function formatDuration(input: DurationInput): string {
  return say(input, 'said');
}

/** A duration in few letters: `<1 min`, `25 min`, `3.5 h`, `2.4 d`. */
export function formatShortDuration(input: DurationInput): string {
  return say(input, 'short');
}

/** A duration for a sentence: `25 minutes`, `1 hour`, `22 hours`, `2.4 days`. */
export function formatDurationInWords(input: DurationInput): string {
  return say(input, 'inWords');
}

function say({ seconds, texts, hasDays = true }: DurationInput, form: 'said' | 'short' | 'inWords'): string {
  if (seconds < minute) return texts.duration.underMinute[form];
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return texts.duration.minutes[form]({ count: minutes });
  const hours = roundShort(seconds / hour);
  if (hours < 24 || !hasDays) return texts.duration.hours[form]({ count: hours });
  return texts.duration.days[form]({ count: roundShort(seconds / day) });
}

type AxisUnitInput = {
  maxSeconds: number;
  /** Days have 24 hours. */
  hasDays?: boolean;
};

type AxisUnit = { name: 'minutes' | 'hours' | 'days'; seconds: number };

/** The unit in which the longest of some durations reads best on an axis. */
export function axisUnit({ maxSeconds, hasDays = true }: AxisUnitInput): AxisUnit {
  if (maxSeconds < 2 * hour) return { name: 'minutes', seconds: minute };
  if (maxSeconds < 2 * day || !hasDays) return { name: 'hours', seconds: hour };
  return { name: 'days', seconds: day };
}

/** In hours with two decimals, as a spreadsheet takes them; null where there is no time. */
export function inHours(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds / 36) / 100;
}

/** One decimal below ten, none above. */
export function roundShort(value: number): number {
  return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
}
