import type { ChartConfiguration, SummaryGroup } from '@campus-desk/contract';
import { formatMonth, formatMonthName } from '../calendar.ts';
import { axisUnit, roundShort } from '../duration.ts';
import { sinceFirst } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import {
  averageStyles,
  barShape,
  countAxis,
  doTextsFit,
  durationColor,
  labelAfterBar,
  legend,
  margins,
  nameAxis,
  paleDurationColor,
} from '../theme.ts';

/** More bars than this are too narrow for a number each. */
const maxLabelled = 12;
/** Height of the plot, and how far the number of a bar keeps from the mark of the average, in pixels. */
const plotHeight = 200;
const markSize = 9;

/** The times of fewer tickets say little, so their bar is pale. */
const minTickets = 5;

type ResolutionChartInput = { groups: SummaryGroup[]; now: Date; timeZone: string; texts: Texts };

/**
 * Vertical bars for the median, since the month of the first ticket, striped while tickets of that month are not
 * closed, pale where few are; a diamond for the average.
 */
export function resolutionChart(input: ResolutionChartInput): ChartConfiguration {
  const { groups: all, now, timeZone, texts } = input;
  const { finished, unfinished } = texts.resolution;
  const groups = sinceFirst(all);
  const means = groups.map(({ resolution }) => resolution?.meanSeconds ?? 0);
  const medians = groups.map(({ resolution }) => resolution?.medianSeconds ?? 0);
  const unit = axisUnit({ maxSeconds: Math.max(...means, ...medians, 0) });
  const inUnit = (seconds: number | undefined) =>
    seconds === undefined ? null : roundShort(seconds / unit.seconds);
  /** Beyond the mark of the average, where that is just where the number would be. */
  const labelOffset = ({ resolution }: SummaryGroup) => {
    if (resolution === null) return labelAfterBar.offset;
    const { meanSeconds, medianSeconds } = resolution;
    const toMark = (plotHeight * (meanSeconds - medianSeconds)) / Math.max(...means, ...medians);
    return toMark > -markSize && toMark < 3 * markSize
      ? Math.max(0, toMark) + markSize
      : labelAfterBar.offset;
  };
  const areFew = groups.length <= maxLabelled;
  const longest = Math.max(...groups.map(group => formatCount(group).length));
  const areCounted = areFew && doTextsFit({ longest, bars: groups.length });
  const averages = (isShown: (group: SummaryGroup) => boolean) => ({
    type: 'line',
    data: groups.map(group => (isShown(group) ? inUnit(group.resolution?.meanSeconds) : null)),
    showLine: false,
    pointStyle: 'rectRot',
    pointRadius: areFew ? 6 : 3,
    pointBorderWidth: 1.5,
    order: 0,
    datalabels: { display: false },
  });
  return {
    type: 'bar',
    data: {
      labels: ticksOf({ groups, timeZone, areCounted, areFew, texts }),
      datasets: [
        {
          label: finished,
          ...averages(group => isFinished({ group, now })),
          ...averageStyles.finished,
        },
        {
          label: unfinished,
          ...averages(group => !isFinished({ group, now })),
          ...averageStyles.unfinished,
        },
        {
          label: texts.times.median,
          data: groups.map(({ resolution }) => inUnit(resolution?.medianSeconds)),
          backgroundColor: groups.map(({ closed }) =>
            closed < minTickets ? paleDurationColor : durationColor,
          ),
          borderColor: groups.map(({ closed }) => (closed < minTickets ? paleDurationColor : durationColor)),
          pattern: groups.map(group => (isFinished({ group, now }) ? 'solid' : 'stripes')),
          ...barShape,
          order: 1,
          datalabels: { display: areFew, ...labelAfterBar, offset: groups.map(labelOffset) },
        },
      ],
    },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({
          title: axisTitle({ groups, timeZone, areCounted, areFew, texts }),
          autoSkip: !areFew,
        }),
        y: {
          ...countAxis({ title: texts.duration.axis[unit.name] }),
          grace: '12%',
          ticks: { ...countAxis({}).ticks, precision: undefined },
        },
      },
      plugins: { legend: { ...legend(), reverse: true } },
    },
  };
}

/** Nothing in it can change any more: the month is over, and every ticket of it closed. */
function isFinished({ group: { count, closed, to }, now }: { group: SummaryGroup; now: Date }): boolean {
  return count === closed && (to === null || new Date(to) <= now);
}

type LabelsInput = {
  groups: SummaryGroup[];
  timeZone: string;
  areCounted: boolean;
  areFew: boolean;
  texts: Texts;
};

/** `Nov` and below it `3/5`; the month alone where there is no room, with its year where there are many. */
function ticksOf({ groups, timeZone, areCounted, areFew, texts }: LabelsInput): (string | string[])[] {
  return groups.map(group => {
    const moment = { at: startOf(group), timeZone, texts };
    if (areCounted) return [formatMonthName(moment), formatCount(group)];
    return areFew ? formatMonthName(moment) : formatMonth(moment);
  });
}

/** `month of opening, Dec 2025 to Nov 2026` where the ticks do not say the year, and what else they say. */
function axisTitle({ groups, timeZone, areCounted, areFew, texts }: LabelsInput): string {
  const { monthAxis, monthsAxis } = texts.times;
  const [first, last] = [groups[0], groups.at(-1)];
  const monthOf = (group: SummaryGroup) => formatMonth({ at: startOf(group), timeZone, texts });
  const axis =
    !areFew || first === undefined || last === undefined
      ? monthAxis
      : monthsAxis({ first: monthOf(first), last: monthOf(last) });
  return areCounted ? texts.resolution.countedAxis({ axis }) : axis;
}

function startOf({ from, key }: SummaryGroup): Date {
  return new Date(from ?? key);
}

function formatCount({ count, closed }: SummaryGroup): string {
  return count === 0 ? '–' : `${closed}/${count}`;
}
