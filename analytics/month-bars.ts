import { formatMonth } from './calendar.ts';
import type { Texts } from './texts/texts.ts';
import { durationColor, paleDurationColor } from './theme.ts';

/** More bars than this are too narrow for a number each. */
const maxLabelled = 12;

/** The times of fewer tickets say little, so their bar is pale. */
const minTickets = 5;

/** Whether so many bars leave room for a number on each. */
export function areFewBars(bars: number): boolean {
  return bars <= maxLabelled;
}

/** The colour of a bar for the times of so many tickets. */
export function durationColorOf(tickets: number): string {
  return tickets < minTickets ? paleDurationColor : durationColor;
}

type MonthAxisTitleInput = { months: Date[]; timeZone: string; texts: Texts };

/** `month of opening, Dec 2025 to Nov 2026` where the bars are few, as then they do not name the year themselves. */
export function monthAxisTitle({ months, timeZone, texts }: MonthAxisTitleInput): string {
  const { monthAxis, monthsAxis } = texts.times;
  const [first, last] = [months[0], months.at(-1)];
  if (!areFewBars(months.length) || first === undefined || last === undefined) return monthAxis;
  const named = (at: Date) => formatMonth({ at, timeZone, texts });
  return monthsAxis({ first: named(first), last: named(last) });
}
