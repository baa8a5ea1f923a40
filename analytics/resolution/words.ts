import type { Summary } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { formatDurationInWords } from '../duration.ts';
import { shortTimes } from '../short-times.ts';
import { countEmpty } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import type { Words } from '../words.ts';

type ResolutionWordsInput = { summary: Summary; overall: Summary; texts: Texts };

/** Within which time half of the tickets were closed, and nine of ten; `overall` counts all the months as one. */
export function resolutionWords({ summary, overall, texts }: ResolutionWordsInput): Words {
  const { counted, times } = texts;
  const { groups, timeZone } = summary;
  const hours = (seconds: number | undefined) =>
    seconds === undefined ? null : Math.round(seconds / 36) / 100;
  return {
    insight: insightOf({ overall, texts }),
    emptyRows: countEmpty(groups),
    short: shortTimes({
      timeZone,
      texts,
      done: counted.closed,
      months: groups.map(({ key, from, count, closed, resolution }) => ({
        at: new Date(from ?? `${key}-15`),
        times: resolution,
        done: closed,
        count,
      })),
    }),
    sheet: {
      columns: [
        times.openedIn,
        counted.opened,
        counted.closed,
        times.medianHours,
        times.meanHours,
        times.mostHours,
      ],
      rows: groups.map(({ key, from, count, closed, resolution }) => [
        formatMonth({ at: new Date(from ?? `${key}-15`), timeZone, texts }),
        count,
        closed,
        hours(resolution?.medianSeconds),
        hours(resolution?.meanSeconds),
        hours(resolution?.p90Seconds),
      ]),
    },
  };
}

function insightOf({ overall: { groups }, texts }: { overall: Summary; texts: Texts }): string {
  const [all] = groups;
  if (all === undefined || all.count === 0) return texts.times.nothingOpened;
  const { closed, resolution } = all;
  const { none, one, half, halfAndMost } = texts.resolution;
  if (resolution === null) return none;
  const median = formatDurationInWords({ seconds: resolution.medianSeconds, texts });
  if (closed === 1) return one({ median });
  const most = formatDurationInWords({ seconds: resolution.p90Seconds, texts });
  return most === median ? half({ median }) : halfAndMost({ median, most });
}
