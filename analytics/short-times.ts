import type { Report } from '@campus-desk/contract';
import { formatShortMonth } from './calendar.ts';
import { formatShortDuration } from './duration.ts';
import type { Texts } from './texts/texts.ts';

type Times = { meanSeconds: number; medianSeconds: number; p90Seconds: number } | null;

/** A month of opening: how long its tickets took, and how many of them are done. */
type MonthOfTimes = { at: Date; times: Times; done: number; count: number };

type ShortTimesInput = {
  months: MonthOfTimes[];
  timeZone: string;
  texts: Texts;
  done: string;
  hasDays?: boolean;
};

const nothing = '–';

/** Times by month in so few letters that a phone shows each month in one line; `…` where tickets are still to come in. */
export function shortTimes(input: ShortTimesInput): NonNullable<Report['short']> {
  const { months, timeZone, texts, done, hasDays = true } = input;
  const { month, median, shortMost, shortMean } = texts.times;
  return {
    columns: [month, median, shortMost, shortMean, done],
    rows: months.map(({ at, times, done: doneOnes, count }) => [
      formatShortMonth({ at, timeZone, texts }),
      ...(times === null
        ? [nothing, nothing, nothing]
        : [times.medianSeconds, times.p90Seconds, times.meanSeconds].map(seconds =>
            formatShortDuration({ seconds, texts, hasDays }),
          )),
      count === 0 ? nothing : `${doneOnes}/${count}${doneOnes < count ? '…' : ''}`,
    ]),
  };
}
