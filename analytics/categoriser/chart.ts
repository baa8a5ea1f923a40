import {
  type Category,
  type ChartConfiguration,
  type CorrectionMonth,
  categories,
  categoryNames,
} from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { sinceFirst } from '../since-first.ts';
import { barShape, categoryColors, countAxis, labelInBar, legend, margins, nameAxis } from '../theme.ts';
import { countFrom } from './counts.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.09;

const patterns: Record<Category, 'solid' | 'stripes' | 'dots'> = {
  facility: 'solid',
  it: 'stripes',
  service: 'dots',
};

type CorrectionsChartInput = { months: CorrectionMonth[]; timeZone: string };

/** Vertical bars of corrected tickets by month of opening, the wrong categories stacked. */
export function correctionsChart({ months: all, timeZone }: CorrectionsChartInput): ChartConfiguration {
  const months = sinceFirst(all.map(month => ({ ...month, count: month.categorised })));
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
        ...labelInBar({ backgroundColor: categoryColors[category], pattern: patterns[category] }),
      },
    };
  };
  return {
    type: 'bar',
    data: { labels: ticksOf({ months, timeZone }), datasets: categories.map(dataset) },
    options: {
      layout: margins,
      scales: {
        x: nameAxis({ title: 'month of opening', stacked: true }),
        y: countAxis({ title: 'corrected tickets', stacked: true }),
      },
      plugins: { legend: legend() },
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
