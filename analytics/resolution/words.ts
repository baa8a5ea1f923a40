import type { Summary } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { formatDurationInWords, inHours } from '../duration.ts';
import { shortTimes } from '../short-times.ts';
import { countEmpty } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import type { Words } from '../words.ts';
import { startOf } from './month.ts';

type ResolutionWordsInput = { summary: Summary; overall: Summary; texts: Texts };

/** Within which time half of the tickets were closed, and nine of ten; `overall` counts all the months as one. */
export function resolutionWords({ summary, overall, texts }: ResolutionWordsInput): Words {
  const { counted, times } = texts;
  const { groups, timeZone } = summary;
  return {
    insight: insightOf({ overall, texts }),
    emptyRows: countEmpty(groups),
    short: shortTimes({
      timeZone,
      texts,
      done: counted.closed,
      months: groups.map(group => ({
        at: startOf(group),
        times: group.resolution,
        done: group.closed,
        count: group.count,
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
      rows: groups.map(group => [
        formatMonth({ at: startOf(group), timeZone, texts }),
        group.count,
        group.closed,
        inHours(group.resolution?.medianSeconds),
        inHours(group.resolution?.meanSeconds),
        inHours(group.resolution?.p90Seconds),
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
