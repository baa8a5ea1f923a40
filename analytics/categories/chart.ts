import type { Category, ChartConfiguration } from '@campus-desk/contract';
import type { Texts } from '../texts/texts.ts';
import { categoryColors, countAxis, labelAfterBar, legend, margins, nameAxis } from '../theme.ts';

type CategoriesChartInput = { counts: { category: Category; count: number }[]; texts: Texts };

/** Horizontal bars, each with its name before it and its count behind it. */
export function categoriesChart({ counts, texts }: CategoriesChartInput): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: counts.map(({ category }) => texts.category[category]),
      datasets: [
        {
          label: texts.counted.active,
          data: counts.map(({ count }) => count),
          backgroundColor: counts.map(({ category }) => categoryColors[category]),
          datalabels: { display: true },
          barPercentage: 0.7,
        },
      ],
    },
    options: {
      locale: texts.language,
      indexAxis: 'y',
      layout: { padding: { ...margins.padding, right: 44 } },
      scales: { x: countAxis({ title: texts.categories.axis }), y: nameAxis({}) },
      plugins: { legend: legend({ display: false }), datalabels: labelAfterBar },
    },
  };
}
