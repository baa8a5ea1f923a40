import type { ChartConfiguration, SummaryGroup } from '@campus-desk/contract';
import { formatMonth, formatMonthName } from '../calendar.ts';
import { axisUnit, roundShort } from '../duration.ts';
import { areFewBars, durationColorOf, monthAxisTitle } from '../month-bars.ts';
import { sinceFirst } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import {
  averageStyles,
  barShape,
  countAxis,
  doTextsFit,
  labelAfterBar,
  legend,
  margins,
  nameAxis,
} from '../theme.ts';
import { isOver, startOf } from './month.ts';

/** Height of the plot, and how far the number of a bar keeps from the mark of the average, in pixels. */
const plotHeight = 200;
const markSize = 9;

type ResolutionChartInput = { groups: SummaryGroup[]; now: Date; timeZone: string; texts: Texts };

/**
 * Vertical bars for the median, since the month of the first ticket, striped while tickets of that month are not
 * closed, pale where few are; a diamond for the average.
 */
export function resolutionChart(input: ResolutionChartInput): ChartConfiguration {
  const { groups: all, now, timeZone, texts } = input;
  const { finished, unfinished, countedAxis } = texts.resolution;
  const groups = sinceFirst(all);
  const longest = longestTime(groups);
  const unit = axisUnit({ maxSeconds: longest });
  const inUnit = (seconds: number | undefined) =>
    seconds === undefined ? null : roundShort(seconds / unit.seconds);
  const areFew = areFewBars(groups.length);
  const longestCount = Math.max(...groups.map(group => formatCount(group).length));
  const areCounted = areFew && doTextsFit({ longest: longestCount, bars: groups.length });
  const areFinished = groups.map(group => isFinished({ group, now }));
  const means = groups.map(({ resolution }) => inUnit(resolution?.meanSeconds));
  const title = monthAxisTitle({ months: groups.map(startOf), timeZone, texts });
  return {
    type: 'bar',
    data: {
      labels: ticksOf({ groups, timeZone, areCounted, areFew, texts }),
      datasets: [
        {
          label: finished,
          data: means.map((mean, index) => (areFinished[index] ? mean : null)),
          ...markShape({ areFew }),
          ...averageStyles.finished,
        },
        {
          label: unfinished,
          data: means.map((mean, index) => (areFinished[index] ? null : mean)),
          ...markShape({ areFew }),
          ...averageStyles.unfinished,
        },
        {
          label: texts.times.median,
          data: groups.map(({ resolution }) => inUnit(resolution?.medianSeconds)),
          backgroundColor: groups.map(({ closed }) => durationColorOf(closed)),
          borderColor: groups.map(({ closed }) => durationColorOf(closed)),
          pattern: areFinished.map(isDone => (isDone ? 'solid' : 'stripes')),
          ...barShape,
          order: 1,
          datalabels: {
            display: areFew,
            ...labelAfterBar,
            offset: groups.map(group => labelOffset({ group, longest })),
          },
        },
      ],
    },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({ title: areCounted ? countedAxis({ axis: title }) : title, autoSkip: !areFew }),
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

/** The longest average or median, in seconds. */
function longestTime(groups: SummaryGroup[]): number {
  const times = groups.flatMap(({ resolution }) =>
    resolution === null ? [] : [resolution.meanSeconds, resolution.medianSeconds],
  );
  return Math.max(0, ...times);
}

/** A diamond where the average is, and no line between them. */
function markShape({ areFew }: { areFew: boolean }) {
  return {
    type: 'line',
    showLine: false,
    pointStyle: 'rectRot',
    pointRadius: areFew ? 6 : 3,
    pointBorderWidth: 1.5,
    order: 0,
    datalabels: { display: false },
  };
}

type LabelOffsetInput = { group: SummaryGroup; longest: number };

/** How far a number stands from its bar: beyond the mark of the average, where that is just where it would be. */
function labelOffset({ group: { resolution }, longest }: LabelOffsetInput): number {
  if (resolution === null) return labelAfterBar.offset;
  const { meanSeconds, medianSeconds } = resolution;
  const toMark = (plotHeight * (meanSeconds - medianSeconds)) / longest;
  const isInTheWay = toMark > -markSize && toMark < 3 * markSize;
  return isInTheWay ? Math.max(0, toMark) + markSize : labelAfterBar.offset;
}

/** Nothing in it can change any more: the month is over, and every ticket of it closed. */
function isFinished({ group, now }: { group: SummaryGroup; now: Date }): boolean {
  return group.count === group.closed && isOver({ group, now });
}

type TicksOfInput = {
  groups: SummaryGroup[];
  timeZone: string;
  areCounted: boolean;
  areFew: boolean;
  texts: Texts;
};

/** `Nov` and below it `3/5`; the month alone where there is no room, with its year where there are many. */
function ticksOf({ groups, timeZone, areCounted, areFew, texts }: TicksOfInput): (string | string[])[] {
  return groups.map(group => {
    const moment = { at: startOf(group), timeZone, texts };
    if (areCounted) return [formatMonthName(moment), formatCount(group)];
    return areFew ? formatMonthName(moment) : formatMonth(moment);
  });
}

function formatCount({ count, closed }: SummaryGroup): string {
  return count === 0 ? '–' : `${closed}/${count}`;
}
