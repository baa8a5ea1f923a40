import { type Category, type ChartConfiguration, categoryNames } from '@campus-desk/contract';
import { formatMoment } from '../calendar.ts';
import { categoryColors, countAxis, headings, labelAfterBar, legend, nameAxis } from '../theme.ts';

type CategoriesChartInput = {
  counts: { category: Category; count: number }[];
  total: number;
  now: Date;
  timeZone: string;
};

/** Horizontal bars, each with its name before it and its count behind it. */
export function categoriesChart({ counts, total, now, timeZone }: CategoriesChartInput): ChartConfiguration {
  const colors = counts.map(({ category }) => categoryColors[category]);
  return {
    type: 'bar',
    data: {
      labels: counts.map(({ category }) => categoryNames[category]),
      datasets: [
        {
          label: 'Active',
          data: counts.map(({ count }) => count),
          backgroundColor: colors,
          datalabels: { display: true },
          barPercentage: 0.7,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { top: 4, right: 44, bottom: 4, left: 8 } },
      scales: { x: countAxis({ title: 'tickets' }), y: nameAxis({ size: 14 }) },
      plugins: {
        ...headings({
          title: 'Active tickets by category',
          subtitle: `${total} in all · ${formatMoment({ at: now, timeZone })}`,
        }),
        legend: legend({ display: false }),
        datalabels: labelAfterBar,
      },
    },
  };
}
