import { categoryNames, type Report, type Summary } from '@campus-desk/contract';
import { categoriesChart } from './chart.ts';
import { countsOf } from './counts.ts';

/** Active tickets by category, always with every category; pure. */
export function categoriesReport({ summary, now }: { summary: Summary; now: Date }): Report {
  const counts = countsOf(summary);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rows = counts.map(({ category, count }) => [categoryNames[category], count]);
  const parts = counts.map(({ category, count }) => `${categoryNames[category]} ${count}`).join(', ');
  const { timeZone } = summary;
  return {
    service: 'categories',
    title: 'Active tickets by category',
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: 'Active', value: total },
      ...counts.map(({ category, count }) => ({ label: categoryNames[category], value: count })),
    ],
    columns: ['Category', 'Active'],
    rows,
    raw: { columns: ['category', 'active'], rows: counts.map(({ category, count }) => [category, count]) },
    alt: `${total} ${total === 1 ? 'ticket is' : 'tickets are'} active: ${parts}.`,
    chart: categoriesChart(counts),
  };
}
