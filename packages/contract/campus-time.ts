const minute = 60_000;
const day = 24 * 60 * minute;

/** When the helpdesk works, Monday to Friday, in hours of the campus. */
const workingHours = { from: 8, to: 18 };

/**
 * The clock on the campus wall as a number: milliseconds as if the wall stood in Greenwich. So days, hours and
 * weekdays are plain arithmetic, and only the ends are converted.
 */
export type WallTime = number;

export type CampusTime = ReturnType<typeof createCampusTime>;

/** Converts between instants and the wall clock of a time zone. */
export function createCampusTime(timeZone: string) {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const midnights = new Map<number, number>();

  const ask = (instant: number): number => readOffset(format.format(instant));
  const atMidnight = (days: number): number => {
    const offset = midnights.get(days) ?? ask(days * day);
    midnights.set(days, offset);
    return offset;
  };
  /** Asking takes long, and on most days the clock is not changed. */
  const offsetAt = (instant: number): number => {
    const days = Math.floor(instant / day);
    const offset = atMidnight(days);
    return offset === atMidnight(days + 1) ? offset : ask(instant);
  };
  return {
    toWall: (instant: Date): WallTime => instant.getTime() + offsetAt(instant.getTime()),
    toInstant(wall: WallTime): Date {
      const guess = wall - offsetAt(wall);
      return new Date(wall - offsetAt(guess));
    },
  };
}

/** Milliseconds, from a date that ends in GMT+02:00. */
function readOffset(date: string): number {
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

/** The moment after so many minutes in which the helpdesk was there. */
export function afterWorkingMinutes({ from, minutes }: { from: WallTime; minutes: number }): WallTime {
  let at = from;
  let left = minutes * minute;
  for (;;) {
    const midnight = startOfDay(at);
    const opens = midnight + workingHours.from * 60 * minute;
    const closes = midnight + workingHours.to * 60 * minute;
    const begin = Math.max(at, opens);
    if (!isWeekend(midnight) && begin < closes) {
      if (begin + left <= closes) return begin + left;
      left -= closes - begin;
    }
    at = midnight + day;
  }
}

function isWeekend(wall: WallTime): boolean {
  return [0, 6].includes(weekdayOf(wall));
}
