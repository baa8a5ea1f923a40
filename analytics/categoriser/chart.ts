import {
  type Category,
  type ChartConfiguration,
  type CorrectionMonth,
  categories,
  categoryNames,
} from '@campus-desk/contract';
import { formatMoment, formatMonth } from '../calendar.ts';
import {
  barShape,
  categoryColors,
  countAxis,
  headings,
  labelOnBar,
  labelOnPattern,
  legend,
  nameAxis,
} from '../theme.ts';
import { countFrom } from './counts.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.09;

const patterns: Record<Category, 'solid' | 'stripes' | 'dots'> = {
  facility: 'solid',
  it: 'stripes',
  service: 'dots',
};

type CorrectionsChartInput = { months: CorrectionMonth[]; title: string; now: Date; timeZone: string };

/** Vertical bars of corrected tickets by month of opening, the wrong categories stacked. */
export function correctionsChart(input: CorrectionsChartInput): ChartConfiguration {
  const { months, title, now, timeZone } = input;
  const highest = Math.max(3, ...months.map(({ corrected }) => corrected));
  const dataset = (category: Category) => {
    const counts = months.map(month => countFrom({ month, category }));
    return {
      label: `was ${categoryNames[category]}`,
      data: counts,
      backgroundColor: categoryColors[category],
      borderColor: categoryColors[category],
      pattern: patterns[category],
      ...barShape,
      datalabels: {
        display: counts.map(count => count / highest >= minLabelledValue),
        ...(patterns[category] === 'solid' ? labelOnBar : labelOnPattern),
      },
    };
  };
  return {
    type: 'bar',
    data: { labels: ticksOf({ months, timeZone }), datasets: categories.map(dataset) },
    options: {
      layout: { padding: { top: 4, right: 12, bottom: 4, left: 8 } },
      scales: {
        x: nameAxis({ title: 'month of opening', stacked: true }),
        y: countAxis({ title: 'corrected tickets', stacked: true }),
      },
      plugins: { ...headings({ title, subtitle: formatMoment({ at: now, timeZone }) }), legend: legend() },
    },
  };
}

/** `Nov`, with its year where that is not clear. */
function ticksOf({ months, timeZone }: { months: CorrectionMonth[]; timeZone: string }): string[] {
  return months.map(({ from }, index) => {
    const [month = '', year = ''] = formatMonth({ at: new Date(from), timeZone }).split(' ');
    return index === 0 || month === 'Jan' ? `${month} ${year.slice(2)}` : month;
  });
}
