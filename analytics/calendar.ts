/** What a clock and a calendar on the wall of a time zone show at an instant. */
type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number };

type StartOfMonthInput = { now: Date; monthsAgo: number; timeZone: string };

/** The instant at which a local month begins: that of `now`, or one `monthsAgo` earlier (negative: later). */
export function startOfMonth({ now, monthsAgo, timeZone }: StartOfMonthInput): Date {
  const { year, month } = wallTime({ at: now, timeZone });
  const wanted = Date.UTC(year, month - 1 - monthsAgo, 1);
  const guess = wanted - offsetMs({ at: new Date(wanted), timeZone });
  return new Date(wanted - offsetMs({ at: new Date(guess), timeZone }));
}

/** `9:05` on 2026-11-22 in Rome as `22 Nov`, `Nov 2026`, `09:05` or `+01:00`. */
export function sayDay({ at, timeZone }: { at: Date; timeZone: string }): string {
  const { day, month } = wallTime({ at, timeZone });
  return `${day} ${monthNames[month - 1]}`;
}

export function sayMonth({ at, timeZone }: { at: Date; timeZone: string }): string {
  const { month, year } = wallTime({ at, timeZone });
  return `${monthNames[month - 1]} ${year}`;
}

export function sayHour({ at, timeZone }: { at: Date; timeZone: string }): string {
  const { hour, minute } = wallTime({ at, timeZone });
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The clock's distance from UTC, which tells the two 02:00 of an October night apart. */
export function sayOffset({ at, timeZone }: { at: Date; timeZone: string }): string {
  const minutes = Math.round(offsetMs({ at, timeZone }) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(size / 60))}:${twoDigits(size % 60)}`;
}

/** An instant for the small print of a chart, with its zone. */
export function sayMoment({ at, timeZone }: { at: Date; timeZone: string }): string {
  const { year } = wallTime({ at, timeZone });
  return `${sayDay({ at, timeZone })} ${year}, ${sayHour({ at, timeZone })} (${timeZone})`;
}

/** Days since the last Monday of a date such as 2026-11-22. */
export function daysSinceMonday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function offsetMs({ at, timeZone }: { at: Date; timeZone: string }): number {
  const { year, month, day, hour, minute, second } = wallTime({ at, timeZone });
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

function wallTime({ at, timeZone }: { at: Date; timeZone: string }): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return parts as WallTime;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
