import type { Summary } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { formatDurationInWords } from '../duration.ts';
import { shortTimes } from '../short-times.ts';
import { countEmpty } from '../since-first.ts';
import type { Words } from '../words.ts';

/** Within which time half of the tickets were closed, and nine of ten; `overall` counts all the months as one. */
export function resolutionWords({ summary, overall }: { summary: Summary; overall: Summary }): Words {
  const { groups, timeZone } = summary;
  const hours = (seconds: number | undefined) =>
    seconds === undefined ? null : Math.round(seconds / 36) / 100;
  return {
    insight: insightOf(overall),
    emptyRows: countEmpty(groups),
    short: shortTimes({
      timeZone,
      done: 'Closed',
      months: groups.map(({ key, from, count, closed, resolution }) => ({
        at: new Date(from ?? `${key}-15`),
        times: resolution,
        done: closed,
        count,
      })),
    }),
    sheet: {
      columns: ['Opened in', 'Opened', 'Closed', 'Median, hours', 'Average, hours', '90 % within, hours'],
      rows: groups.map(({ key, from, count, closed, resolution }) => [
        formatMonth({ at: new Date(from ?? `${key}-15`), timeZone }),
        count,
        closed,
        hours(resolution?.medianSeconds),
        hours(resolution?.meanSeconds),
        hours(resolution?.p90Seconds),
      ]),
    },
  };
}

function insightOf({ groups: [all] }: Summary): string {
  if (all === undefined || all.count === 0) return 'No ticket was opened in this time.';
  const { closed, resolution } = all;
  if (resolution === null) return 'None of them is closed yet.';
  const median = formatDurationInWords(resolution.medianSeconds);
  if (closed === 1) return `The only one that is closed took ${median}.`;
  const most = formatDurationInWords(resolution.p90Seconds);
  return `Half were closed within ${median}${most === median ? '' : `, nine of ten within ${most}`}.`;
}
