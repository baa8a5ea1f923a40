import {
  type Category,
  type ChartConfiguration,
  type CorrectionMonth,
  categories,
} from '@campus-desk/contract';
import { formatMonthName, formatShortMonth, isJanuary } from '../calendar.ts';
import { sinceFirst } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import { barShape, categoryColors, countAxis, labelInBar, legend, margins, nameAxis } from '../theme.ts';
import { countFrom } from './counts.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.09;

const patterns: Record<Category, 'solid' | 'stripes' | 'dots'> = {
  facility: 'solid',
  it: 'stripes',
  service: 'dots',
};

type CorrectionsChartInput = { months: CorrectionMonth[]; timeZone: string; texts: Texts };

/** Vertical bars of corrected tickets by month of opening, the wrong categories stacked. */
export function correctionsChart(input: CorrectionsChartInput): ChartConfiguration {
  const { months: all, timeZone, texts } = input;
  const months = sinceFirst(all.map(month => ({ ...month, count: month.categorised })));
  const highest = Math.max(3, ...months.map(({ corrected }) => corrected));
  const dataset = (category: Category) => {
    const counts = months.map(month => countFrom({ month, category }));
    return {
      label: texts.corrections.wasCategory({ category: texts.category[category] }),
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
    data: { labels: ticksOf({ months, timeZone, texts }), datasets: categories.map(dataset) },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({ title: texts.times.monthAxis, stacked: true }),
        y: countAxis({ title: texts.corrections.axis, stacked: true }),
      },
      plugins: { legend: legend() },
    },
  };
}

/** `Nov`, with its year where that is not clear. */
function ticksOf({ months, timeZone, texts }: CorrectionsChartInput): string[] {
  return months.map(({ from }, index) => {
    const moment = { at: new Date(from), timeZone, texts };
    return index === 0 || isJanuary(moment) ? formatShortMonth(moment) : formatMonthName(moment);
  });
}
