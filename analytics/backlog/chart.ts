import type { ChartConfiguration } from '@campus-desk/contract';
import type { Texts } from '../texts/texts.ts';
import {
  barShape,
  countAxis,
  doTextsFit,
  labelInBar,
  legend,
  margins,
  nameAxis,
  statusStyles,
} from '../theme.ts';
import type { Bar, BarSpan } from './bars.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.1;
/** More bars than this are too narrow for numbers. */
const maxLabelled = 16;

type BacklogChartInput = { bars: Bar[]; span: BarSpan; texts: Texts };

/** Vertical bars, open stacked on active, distinguished by pattern and number. */
export function backlogChart({ bars, span, texts }: BacklogChartInput): ChartConfiguration {
  const { counted, backlog } = texts;
  const highest = Math.max(3, ...bars.map(({ open, active }) => open + active));
  const longest = Math.max(...bars.map(({ open, active }) => String(Math.max(open, active)).length));
  const areWide = bars.length <= maxLabelled && doTextsFit({ longest, bars: bars.length });
  const isLabelled = (count: number) => areWide && count / highest >= minLabelledValue;
  const dataset = ({ status, label }: { status: 'open' | 'active'; label: string }) => ({
    label,
    data: bars.map(bar => bar[status]),
    ...statusStyles[status],
    ...barShape,
    datalabels: { display: bars.map(bar => isLabelled(bar[status])), ...labelInBar(statusStyles[status]) },
  });
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ tick }) => tick),
      datasets: [
        dataset({ status: 'active', label: counted.active }),
        dataset({ status: 'open', label: counted.open }),
      ],
    },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({ title: backlog.axis[span], stacked: true }),
        y: countAxis({ title: backlog.tickets, stacked: true }),
      },
      plugins: { legend: legend() },
    },
  };
}
