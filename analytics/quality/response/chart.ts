import type { ChartConfiguration, ResponseSummary } from '@campus-desk/contract';
import { formatMonth } from '../../calendar.ts';
import { axisUnit, roundShort } from '../../duration.ts';
import { sinceFirst } from '../../since-first.ts';
import {
  barShape,
  countAxis,
  durationColor,
  labelAfterBar,
  legend,
  margins,
  nameAxis,
  paleDurationColor,
} from '../../theme.ts';

/** More bars than this are too narrow for a number each. */
const maxLabelled = 12;
/** The times of fewer tickets say little, so their bar is pale. */
const minTickets = 5;

type ResponseChartInput = Pick<ResponseSummary, 'months' | 'timeZone' | 'workingHours'>;

/** Vertical bars for the median, since the month of the first ticket; striped while some wait for their answer. */
export function responseChart(input: ResponseChartInput): ChartConfiguration {
  const { timeZone, workingHours } = input;
  const months = sinceFirst(input.months);
  const unit = axisUnit({
    maxSeconds: Math.max(0, ...months.map(({ response }) => response?.medianSeconds ?? 0)),
    hasDays: !workingHours,
  });
  const areFew = months.length <= maxLabelled;
  const colors = months.map(({ responded }) => (responded < minTickets ? paleDurationColor : durationColor));
  const names = months.map(({ from }) => formatMonth({ at: new Date(from), timeZone }));
  const span = areFew && names.length > 0 ? `, ${names[0]} to ${names.at(-1)}` : '';
  return {
    type: 'bar',
    data: {
      labels: names.map(name => (areFew ? (name.split(' ')[0] ?? name) : name)),
      datasets: [
        {
          label: 'Median until the first answer',
          data: months.map(({ response }) =>
            response === null ? null : roundShort(response.medianSeconds / unit.seconds),
          ),
          backgroundColor: colors,
          borderColor: colors,
          pattern: months.map(({ count, responded }) => (responded < count ? 'stripes' : 'solid')),
          ...barShape,
          datalabels: { display: areFew, ...labelAfterBar },
        },
      ],
    },
    options: {
      layout: margins,
      scales: {
        x: nameAxis({ title: `month of opening${span}`, autoSkip: !areFew }),
        y: {
          ...countAxis({ title: workingHours ? `${unit.name} of office time` : unit.name }),
          grace: '12%',
        },
      },
      plugins: { legend: legend({ display: false }) },
    },
  };
}
