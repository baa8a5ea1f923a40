import type { Report } from '@campus-desk/contract';
import { formatShortMonth } from './calendar.ts';
import { formatShortDuration } from './duration.ts';

type Times = { meanSeconds: number; medianSeconds: number; p90Seconds: number } | null;

/** A month of opening: how long its tickets took, and how many of them are done. */
type MonthOfTimes = { at: Date; times: Times; done: number; count: number };

type ShortTimesInput = { months: MonthOfTimes[]; timeZone: string; done: string };

const nothing = '–';

/** Times by month in so few letters that a phone shows each month in one line; `…` where tickets are still to come in. */
export function shortTimes({ months, timeZone, done }: ShortTimesInput): NonNullable<Report['short']> {
  return {
    columns: ['Month', 'Median', '90 %', 'Avg.', done],
    rows: months.map(({ at, times, done: doneOnes, count }) => [
      formatShortMonth({ at, timeZone }),
      ...(times === null
        ? [nothing, nothing, nothing]
        : [times.medianSeconds, times.p90Seconds, times.meanSeconds].map(formatShortDuration)),
      count === 0 ? nothing : `${doneOnes}/${count}${doneOnes < count ? '…' : ''}`,
    ]),
  };
}
