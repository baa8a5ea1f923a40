import type { Report, Summary, SummaryGroup } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { formatDuration } from '../duration.ts';
import type { Texts } from '../texts/texts.ts';
import { resolutionChart } from './chart.ts';
import { isOver, startOf } from './month.ts';

const nothing = '–';

type ResolutionReportInput = { summary: Summary; months: number; now: Date; texts: Texts };

/** Times from opening to closing, by month of opening; what can still change is marked in every month; pure. */
export function resolutionReport({ summary, months, now, texts }: ResolutionReportInput): Report {
  const { counted, resolution: words, times } = texts;
  const { groups, timeZone } = summary;
  const opened = groups.reduce((total, { count }) => total + count, 0);
  const closed = groups.reduce((total, group) => total + group.closed, 0);
  const mean = meanOf({ groups, closed });
  return {
    service: 'resolution',
    title: words.title({ months }),
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: words.mean, value: mean === null ? nothing : formatDuration({ seconds: mean, texts }) },
      { label: counted.closed, value: closed },
      { label: counted.notClosed, value: opened - closed },
    ],
    columns: [times.month, times.median, times.most, times.mean, counted.closed],
    rows: groups.map(group => [
      monthOf({ group, timeZone, texts }),
      ...timesOf({ group, texts }),
      formatClosed({ group, now, texts }),
    ]),
    raw: {
      columns: ['month', 'opened', 'closed', 'meanSeconds', 'medianSeconds', 'p90Seconds'],
      rows: groups.map(({ key, count, closed, resolution }) => [
        key,
        count,
        closed,
        resolution?.meanSeconds ?? null,
        resolution?.medianSeconds ?? null,
        resolution?.p90Seconds ?? null,
      ]),
    },
    alt: describe({ groups, mean, opened, closed, months, timeZone, now, texts }),
    chart: resolutionChart({ groups, now, timeZone, texts }),
  };
}

function meanOf({ groups, closed }: { groups: SummaryGroup[]; closed: number }): number | null {
  if (closed === 0) return null;
  return groups.reduce((sum, group) => sum + group.closed * (group.resolution?.meanSeconds ?? 0), 0) / closed;
}

type GroupInput = { group: SummaryGroup; texts: Texts };

function monthOf({ group, timeZone, texts }: GroupInput & { timeZone: string }): string {
  return formatMonth({ at: startOf(group), timeZone, texts });
}

function timesOf({ group: { resolution }, texts }: GroupInput): string[] {
  if (resolution === null) return [nothing, nothing, nothing];
  const { medianSeconds, p90Seconds, meanSeconds } = resolution;
  return [medianSeconds, p90Seconds, meanSeconds].map(seconds => formatDuration({ seconds, texts }));
}

function formatMean({ group: { resolution }, texts }: GroupInput): string {
  return resolution === null ? nothing : formatDuration({ seconds: resolution.meanSeconds, texts });
}

function formatClosed({ group, now, texts }: GroupInput & { now: Date }): string {
  const { count, closed } = group;
  const { resolution, someOf, times } = texts;
  if (closed < count) return resolution.notFinished({ closed, count });
  const words = count === 0 ? times.noneOpened : someOf({ count: closed, total: count });
  return isOver({ group, now }) ? words : resolution.soFar({ words });
}

type DescribeInput = {
  groups: SummaryGroup[];
  mean: number | null;
  opened: number;
  closed: number;
  months: number;
  timeZone: string;
  now: Date;
  texts: Texts;
};

function describe(input: DescribeInput): string {
  const { groups, mean, opened, closed, months, timeZone, now, texts } = input;
  if (mean === null) return texts.resolution.altNone({ closed, opened, months });

  const byMonth = groups
    .filter(({ count }) => count > 0)
    .map(group => {
      const done = formatClosed({ group, now, texts });
      return `${monthOf({ group, timeZone, texts })} ${formatMean({ group, texts })} (${done})`;
    })
    .slice(-12)
    .join('; ');
  const after = formatDuration({ seconds: mean, texts });
  return texts.resolution.alt({ closed, opened, months, mean: after, byMonth });
}
