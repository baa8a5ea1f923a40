import { categoryNames, type Summary } from '@campus-desk/contract';
import type { Words } from '../words.ts';
import { countsOf } from './counts.ts';

/** Where most of the work is. */
export function categoriesWords(summary: Summary): Words {
  const counts = countsOf(summary);
  return {
    insight: insightOf(counts),
    sheet: {
      columns: ['Category', 'Active tickets'],
      rows: counts.map(({ category, count }) => [categoryNames[category], count]),
    },
  };
}

function insightOf(counts: ReturnType<typeof countsOf>): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'Nobody is working on a ticket just now.';
  const most = Math.max(...counts.map(({ count }) => count));
  const first = counts.filter(({ count }) => count === most);
  const names = first.map(({ category }) => categoryNames[category]).join(' and ');
  if (first.length > 1) return `Most of the work is shared by ${names}: ${most} each.`;
  return most === total
    ? `All of the work is ${names}.`
    : `Most of the work is ${names}: ${most} of ${total}.`;
}
