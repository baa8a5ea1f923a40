import type { ChartConfiguration, SummaryGroup } from '@campus-desk/contract';
import { formatMoment, formatMonth } from '../calendar.ts';
import { axisUnit, roundShort } from '../duration.ts';
import {
  barShape,
  countAxis,
  durationStyles,
  headings,
  ink,
  labelAfterBar,
  legend,
  nameAxis,
} from '../theme.ts';

/** More bars than this are too narrow for a number each. */
const maxLabelled = 12;
/** Characters of all the "closed/opened" that fit beside each other under the bars. */
const maxTicks = 62;

type ResolutionChartInput = { groups: SummaryGroup[]; title: string; now: Date; timeZone: string };

/** Vertical bars for the average, striped while tickets of that month are not closed; a diamond for the median. */
export function resolutionChart({ groups, title, now, timeZone }: ResolutionChartInput): ChartConfiguration {
  const means = groups.map(({ resolution }) => resolution?.meanSeconds ?? 0);
  const medians = groups.map(({ resolution }) => resolution?.medianSeconds ?? 0);
  const unit = axisUnit(Math.max(...means, ...medians, 0));
  const inUnit = (seconds: number | undefined) =>
    seconds === undefined ? null : roundShort(seconds / unit.seconds);
  const areFew = groups.length <= maxLabelled;
  const areCounted = areFew && groups.map(formatCount).join('').length <= maxTicks;
  const averages = (isShown: (group: SummaryGroup) => boolean) =>
    groups.map(group => (isShown(group) ? inUnit(group.resolution?.meanSeconds) : null));
  const bars = { ...barShape, order: 1 };
  const labels = { datalabels: { display: areFew, ...labelAfterBar, font: { size: 12, weight: 600 } } };
  return {
    type: 'bar',
    data: {
      labels: ticksOf({ groups, timeZone, areCounted }),
      datasets: [
        {
          label: 'Average, month finished',
          data: averages(group => isFinished({ group, now })),
          ...durationStyles.finished,
          ...bars,
          ...labels,
        },
        {
          label: 'Average so far',
          data: averages(group => !isFinished({ group, now })),
          ...durationStyles.unfinished,
          ...bars,
          ...labels,
        },
        {
          type: 'line',
          label: 'Median',
          data: groups.map(({ resolution }) => inUnit(resolution?.medianSeconds)),
          showLine: false,
          pointStyle: 'rectRot',
          pointRadius: areFew ? 6 : 3,
          backgroundColor: '#ffffff',
          borderColor: ink,
          pointBorderWidth: 2,
          order: 0,
          datalabels: { display: false },
        },
      ],
    },
    options: {
      layout: { padding: { top: 4, right: 12, bottom: 4, left: 8 } },
      scales: {
        x: nameAxis({
          title: areCounted ? 'month of opening, closed / opened' : 'month of opening',
          stacked: true,
          autoSkip: !areCounted,
        }),
        y: {
          ...countAxis({ title: unit.name }),
          grace: '12%',
          ticks: { maxTicksLimit: 6, font: { size: 12 } },
        },
      },
      plugins: { ...headings({ title, subtitle: formatMoment({ at: now, timeZone }) }), legend: legend() },
    },
  };
}

/** Nothing in it can change any more: the month is over, and every ticket of it closed. */
function isFinished({ group: { count, closed, to }, now }: { group: SummaryGroup; now: Date }): boolean {
  return count === closed && (to === null || new Date(to) <= now);
}

type TicksOfInput = { groups: SummaryGroup[]; timeZone: string; areCounted: boolean };

/** `Nov` and below it `3/5`, and the year where that is not clear; in one line when there is no room. */
function ticksOf({ groups, timeZone, areCounted }: TicksOfInput): (string | string[])[] {
  return groups.map((group, index) => {
    const [month = '', year = ''] = formatMonth({ at: new Date(group.from ?? group.key), timeZone }).split(
      ' ',
    );
    if (!areCounted) return `${month} ${year.slice(2)}`;
    return [month, formatCount(group), ...(index === 0 || month === 'Jan' ? [year] : [])];
  });
}

function formatCount({ count, closed }: SummaryGroup): string {
  return count === 0 ? '–' : `${closed}/${count}`;
}
