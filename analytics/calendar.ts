import { createCampusTime } from '@campus-desk/contract';

type Moment = { at: Date; timeZone: string };

type StartOfMonthInput = { now: Date; monthsAgo: number; timeZone: string };

/** The instant at which a local month begins: that of `now`, or one `monthsAgo` earlier (negative: later). */
export function startOfMonth({ now, monthsAgo, timeZone }: StartOfMonthInput): Date {
  const { toWall, toInstant } = createCampusTime(timeZone);
  const today = new Date(toWall(now));
  return toInstant(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsAgo, 1));
}

/** The local day, such as `22 Nov`. */
export function formatDay(moment: Moment): string {
  const wall = wallDate(moment);
  return `${wall.getUTCDate()} ${monthNames[wall.getUTCMonth()]}`;
}

/** The local month, such as `Nov 2026`. */
export function formatMonth(moment: Moment): string {
  const wall = wallDate(moment);
  return `${monthNames[wall.getUTCMonth()]} ${wall.getUTCFullYear()}`;
}

/** The local month in few letters, such as `Nov 26`. */
export function formatShortMonth(moment: Moment): string {
  const wall = wallDate(moment);
  return `${monthNames[wall.getUTCMonth()]} ${twoDigits(wall.getUTCFullYear() % 100)}`;
}

/** The local time, such as `09:05`. */
export function formatTime(moment: Moment): string {
  return wallDate(moment).toISOString().slice(11, 16);
}

/** The local date and time as spreadsheets read it: `2026-11-22 09:05`. */
export function formatLocal(moment: Moment): string {
  return wallDate(moment).toISOString().slice(0, 16).replace('T', ' ');
}

/** The distance from UTC, such as `+01:00`, which distinguishes the two 02:00 of an October night. */
export function formatOffset({ at, timeZone }: Moment): string {
  const minutes = createCampusTime(timeZone).offsetAt(at) / 60_000;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(size / 60))}:${twoDigits(size % 60)}`;
}

/** An instant for the small print of a chart, with its zone: `22 Nov 2026, 09:05 (Europe/Rome)`. */
export function formatMoment(moment: Moment): string {
  const year = wallDate(moment).getUTCFullYear();
  return `${formatDay(moment)} ${year}, ${formatTime(moment)} (${moment.timeZone})`;
}

/** Days since the last Monday of a date such as 2026-11-22. */
export function daysSinceMonday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a calendar and a clock on campus show, in the UTC fields of a date. */
function wallDate({ at, timeZone }: Moment): Date {
  return new Date(createCampusTime(timeZone).toWall(at));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
