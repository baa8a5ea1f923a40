import type { Report } from '@campus-desk/contract';
import { formatShortMonth } from './calendar.ts';
import { abbreviate, formatDuration } from './duration.ts';

type Times = { meanSeconds: number; medianSeconds: number; p90Seconds: number } | null;

/** A month of opening: how long its tickets took, and how many of them are done. */
type MonthOfTimes = { at: Date; times: Times; done: number; count: number };

type ShortTimesInput = {
  months: MonthOfTimes[];
  timeZone: string;
  done: string;
  format?: (seconds: number) => string;
};

const nothing = '–';

/** Times by month in so few letters that a phone shows each month in one line; `…` where tickets are still to come in. */
export function shortTimes(input: ShortTimesInput): NonNullable<Report['short']> {
  const { months, timeZone, done, format = formatDuration } = input;
  return {
    columns: ['Month', 'Median', '90 %', 'Avg.', done],
    rows: months.map(({ at, times, done: doneOnes, count }) => [
      formatShortMonth({ at, timeZone }),
      ...(times === null
        ? [nothing, nothing, nothing]
        : [times.medianSeconds, times.p90Seconds, times.meanSeconds].map(seconds =>
            abbreviate(format(seconds)),
          )),
      count === 0 ? nothing : `${doneOnes}/${count}${doneOnes < count ? '…' : ''}`,
    ]),
  };
}
