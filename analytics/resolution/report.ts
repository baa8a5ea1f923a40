import type { Report, Summary, SummaryGroup } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { formatDuration } from '../duration.ts';
import { resolutionChart } from './chart.ts';

const nothing = '–';

type ResolutionReportInput = { summary: Summary; months: number; now: Date };

/** Times from opening to closing, by month of opening; what can still change is marked in every month; pure. */
export function resolutionReport({ summary, months, now }: ResolutionReportInput): Report {
  const { groups, timeZone } = summary;
  const opened = groups.reduce((total, { count }) => total + count, 0);
  const closed = groups.reduce((total, group) => total + group.closed, 0);
  const mean = meanOf({ groups, closed });
  const title = `Time from opening to closing, ${months === 1 ? 'this month' : `last ${months} months`}`;
  return {
    service: 'resolution',
    title,
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: 'Average time to close', value: mean === null ? nothing : formatDuration(mean) },
      { label: 'Closed', value: closed },
      { label: 'Not closed yet', value: opened - closed },
    ],
    columns: ['Month', 'Median', '90 % within', 'Average', 'Closed'],
    rows: groups.map(group => [
      monthOf({ group, timeZone }),
      ...timesOf(group),
      formatClosed({ group, now }),
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
    alt: describe({ groups, mean, opened, closed, months, timeZone, now }),
    chart: resolutionChart({ groups, now, timeZone }),
  };
}

function meanOf({ groups, closed }: { groups: SummaryGroup[]; closed: number }): number | null {
  if (closed === 0) return null;
  return groups.reduce((sum, group) => sum + group.closed * (group.resolution?.meanSeconds ?? 0), 0) / closed;
}

function monthOf({ group, timeZone }: { group: SummaryGroup; timeZone: string }): string {
  return formatMonth({ at: new Date(group.from ?? `${group.key}-15`), timeZone });
}

function timesOf({ resolution }: SummaryGroup): string[] {
  if (resolution === null) return [nothing, nothing, nothing];
  return [resolution.medianSeconds, resolution.p90Seconds, resolution.meanSeconds].map(formatDuration);
}

function formatMean({ resolution }: SummaryGroup): string {
  return resolution === null ? nothing : formatDuration(resolution.meanSeconds);
}

function formatClosed({ group: { count, closed, to }, now }: { group: SummaryGroup; now: Date }): string {
  if (closed < count) return `${closed} of ${count}, not finished`;
  const isOver = to === null || new Date(to) <= now;
  const words = count === 0 ? 'none opened' : `${closed} of ${count}`;
  return isOver ? words : `${words} so far`;
}

type DescribeInput = {
  groups: SummaryGroup[];
  mean: number | null;
  opened: number;
  closed: number;
  months: number;
  timeZone: string;
  now: Date;
};

function describe({ groups, mean, opened, closed, months, timeZone, now }: DescribeInput): string {
  const period = months === 1 ? 'this month' : `in the last ${months} months`;
  const count = `${closed} of ${opened} tickets opened ${period} are closed`;
  if (mean === null) return `${count}, so there is no time to show yet.`;

  const byMonth = groups
    .filter(({ count }) => count > 0)
    .map(group => `${monthOf({ group, timeZone })} ${formatMean(group)} (${formatClosed({ group, now })})`)
    .slice(-12);
  return `${count}, on average after ${formatDuration(mean)}. By month of opening: ${byMonth.join('; ')}.`;
}
