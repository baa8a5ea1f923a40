import type { Report, Summary } from '@campus-desk/contract';
import type { Texts } from '../texts/texts.ts';
import { categoriesChart } from './chart.ts';
import { countsOf } from './counts.ts';

type CategoriesReportInput = { summary: Summary; now: Date; texts: Texts };

/** Active tickets by category, always with every category; pure. */
export function categoriesReport({ summary, now, texts }: CategoriesReportInput): Report {
  const { counted, categories } = texts;
  const counts = countsOf(summary);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rows = counts.map(({ category, count }) => [texts.category[category], count]);
  const parts = counts.map(({ category, count }) => `${texts.category[category]} ${count}`).join(', ');
  const { timeZone } = summary;
  return {
    service: 'categories',
    title: categories.title,
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: counted.active, value: total },
      ...counts.map(({ category, count }) => ({ label: texts.category[category], value: count })),
    ],
    columns: [categories.category, counted.active],
    rows,
    raw: { columns: ['category', 'active'], rows: counts.map(({ category, count }) => [category, count]) },
    alt: categories.alt({ total, parts }),
    chart: categoriesChart({ counts, texts }),
  };
}
