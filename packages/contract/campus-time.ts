const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The date and time that a clock on campus shows, as a number: the milliseconds of that date and time in UTC. So days,
 * hours and weekdays are plain arithmetic, and only the ends are converted.
 */
export type WallTime = number;

export type CampusTime = ReturnType<typeof createCampusTime>;

/** Converts between instants and what the clocks of a time zone show. */
export function createCampusTime(timeZone: string) {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const midnights = new Map<number, number>();

  const readOffset = (instant: number): number => parseOffset(format.format(instant));
  const offsetAtMidnight = (days: number): number => {
    const offset = midnights.get(days) ?? readOffset(days * day);
    midnights.set(days, offset);
    return offset;
  };
  /** Formatting is slow, and on most days the clocks do not change. */
  const offsetAt = (instant: number): number => {
    const days = Math.floor(instant / day);
    const offset = offsetAtMidnight(days);
    return offset === offsetAtMidnight(days + 1) ? offset : readOffset(instant);
  };
  return {
    /** Milliseconds from UTC to the local time at an instant, negative west of Greenwich. */
    offsetAt: (instant: Date): number => offsetAt(instant.getTime()),
    toWall: (instant: Date): WallTime => instant.getTime() + offsetAt(instant.getTime()),
    /** The instant at which clocks show this. */
    toInstant(wall: WallTime): Date {
      const guess = wall - offsetAt(wall);
      return new Date(wall - offsetAt(guess));
    },
  };
}

/** Milliseconds, from a date that ends in GMT+02:00. */
function parseOffset(date: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(date) ?? ['', '+', 0, 0];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}

/** Midnight at the beginning of the day. */
export function startOfDay(wall: WallTime): WallTime {
  return Math.floor(wall / day) * day;
}

/** 0 is Sunday. */
export function weekdayOf(wall: WallTime): number {
  return new Date(wall).getUTCDay();
}
