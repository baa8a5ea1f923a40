import type { ChartConfiguration } from '@campus-desk/contract';
import { formatMoment } from '../calendar.ts';
import {
  barShape,
  countAxis,
  headings,
  labelOnBar,
  labelOnPattern,
  legend,
  nameAxis,
  statusStyles,
} from '../theme.ts';
import type { Bar, BarSpan } from './bars.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.09;
/** More bars than this are too narrow for numbers. */
const maxLabelled = 16;

type BacklogChartInput = { bars: Bar[]; span: BarSpan; title: string; now: Date; timeZone: string };

/** Vertical bars, open stacked on active, distinguished by pattern and number. */
export function backlogChart({ bars, span, title, now, timeZone }: BacklogChartInput): ChartConfiguration {
  const highest = Math.max(3, ...bars.map(({ open, active }) => open + active));
  const isLabelled = (count: number) => bars.length <= maxLabelled && count / highest >= minLabelledValue;
  const dataset = ({ status, label }: { status: 'open' | 'active'; label: string }) => ({
    label,
    data: bars.map(bar => bar[status]),
    ...statusStyles[status],
    ...barShape,
    datalabels: {
      display: bars.map(bar => isLabelled(bar[status])),
      ...(status === 'open' ? labelOnPattern : labelOnBar),
    },
  });
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ tick }) => tick),
      datasets: [dataset({ status: 'active', label: 'Active' }), dataset({ status: 'open', label: 'Open' })],
    },
    options: {
      layout: { padding: { top: 4, right: 12, bottom: 4, left: 8 } },
      scales: {
        x: nameAxis({ title: `${span.toLowerCase()} of opening`, stacked: true }),
        y: countAxis({ title: 'tickets', stacked: true }),
      },
      plugins: {
        ...headings({ title, subtitle: formatMoment({ at: now, timeZone }) }),
        legend: legend(),
      },
    },
  };
}
