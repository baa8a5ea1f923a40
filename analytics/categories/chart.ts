import { type Category, type ChartConfiguration, categoryNames } from '@campus-desk/contract';
import { categoryColors, countAxis, labelAfterBar, legend, margins, nameAxis } from '../theme.ts';

/** Horizontal bars, each with its name before it and its count behind it. */
export function categoriesChart(counts: { category: Category; count: number }[]): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: counts.map(({ category }) => categoryNames[category]),
      datasets: [
        {
          label: 'Active',
          data: counts.map(({ count }) => count),
          backgroundColor: counts.map(({ category }) => categoryColors[category]),
          datalabels: { display: true },
          barPercentage: 0.7,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { ...margins.padding, right: 44 } },
      scales: { x: countAxis({ title: 'active tickets' }), y: nameAxis({}) },
      plugins: { legend: legend({ display: false }), datalabels: labelAfterBar },
    },
  };
}
