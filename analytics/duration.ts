const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A duration as a person says it: `under 1 min`, `25 min`, `3.5 h`, `2.4 days`. */
export function formatDuration(seconds: number): string {
  if (seconds < minute) return 'under 1 min';
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return `${minutes} min`;
  const hours = roundShort(seconds / hour);
  if (hours < 24) return `${hours} h`;
  const days = roundShort(seconds / day);
  return days === 1 ? '1 day' : `${days} days`;
}

/** The same without days, for times in which a day has fewer hours: `26 h`. */
export function formatInHours(seconds: number): string {
  return seconds < day ? formatDuration(seconds) : `${Math.round(seconds / hour)} h`;
}

/** A formatted duration in few letters: `<1 min`, `25 min`, `3.5 h`, `2.4 d`. */
export function abbreviate(formatted: string): string {
  return formatted.replace('under ', '<').replace(/ days?$/, ' d');
}

type AxisUnitInput = {
  maxSeconds: number;
  /** Days have 24 hours. */
  hasDays?: boolean;
};

/** The unit in which the longest of some durations reads best on an axis. */
export function axisUnit({ maxSeconds, hasDays = true }: AxisUnitInput): {
  name: 'minutes' | 'hours' | 'days';
  seconds: number;
} {
  if (maxSeconds < 2 * hour) return { name: 'minutes', seconds: minute };
  if (maxSeconds < 2 * day || !hasDays) return { name: 'hours', seconds: hour };
  return { name: 'days', seconds: day };
}

/** One decimal below ten, none above. */
export function roundShort(value: number): number {
  return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** A duration for a sentence: `25 minutes`, `1 hour`, `22 hours`, `2.4 days`. */
export function formatDurationInWords(seconds: number): string {
  return inWords(formatDuration(seconds));
}

/** A formatted duration for a sentence. */
export function inWords(formatted: string): string {
  const [amount, unit] = formatted.split(' ');
  if (amount === 'under') return 'a minute';
  const name = unit === 'min' ? 'minute' : unit === 'h' ? 'hour' : 'day';
  return `${amount} ${name}${amount === '1' ? '' : 's'}`;
}
