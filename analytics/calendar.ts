import { createCampusTime, type Language } from '@campus-desk/contract';
import type { Texts } from './texts/texts.ts';

type Moment = { at: Date; timeZone: string };
type ReadMoment = Moment & { texts: Texts };

type StartOfMonthInput = { now: Date; monthsAgo: number; timeZone: string };

/** The instant at which a local month begins: that of `now`, or one `monthsAgo` earlier (negative: later). */
export function startOfMonth({ now, monthsAgo, timeZone }: StartOfMonthInput): Date {
  const { toWall, toInstant } = createCampusTime(timeZone);
  const today = new Date(toWall(now));
  return toInstant(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsAgo, 1));
}

/** The local day, such as `22 Nov`. */
export function formatDay(moment: ReadMoment): string {
  return moment.texts.date.day({ day: wallDate(moment).getUTCDate(), month: formatMonthName(moment) });
}

/** The name of the local month alone, such as `Nov`. */
export function formatMonthName(moment: ReadMoment): string {
  return monthNames(moment.texts.language).format(wallDate(moment));
}

/** The local month, such as `Nov 2026`. */
export function formatMonth(moment: ReadMoment): string {
  const year = wallDate(moment).getUTCFullYear();
  return moment.texts.date.month({ month: formatMonthName(moment), year: String(year) });
}

/** The local month in few letters, such as `Nov 26`. */
export function formatShortMonth(moment: ReadMoment): string {
  const year = wallDate(moment).getUTCFullYear();
  return moment.texts.date.month({ month: formatMonthName(moment), year: twoDigits(year % 100) });
}

/** Whether the local month is the first of its year. */
export function isJanuary(moment: Moment): boolean {
  return wallDate(moment).getUTCMonth() === 0;
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

/** Days since the last Monday of a date such as 2026-11-22. */
export function daysSinceMonday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const monthFormats = new Map<Language, Intl.DateTimeFormat>();

/** Of dates whose UTC fields are the local ones. */
function monthNames(language: Language): Intl.DateTimeFormat {
  const known =
    monthFormats.get(language) ?? new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  monthFormats.set(language, known);
  return known;
}

/** What a calendar and a clock on campus show, in the UTC fields of a date. */
function wallDate({ at, timeZone }: Moment): Date {
  return new Date(createCampusTime(timeZone).toWall(at));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
