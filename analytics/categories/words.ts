import type { Summary } from '@campus-desk/contract';
import type { Texts } from '../texts/texts.ts';
import type { Words } from '../words.ts';
import { countsOf } from './counts.ts';

/** Where most of the work is. */
export function categoriesWords({ summary, texts }: { summary: Summary; texts: Texts }): Words {
  const { category: head, activeTickets } = texts.categories;
  const counts = countsOf(summary);
  return {
    insight: insightOf({ counts, texts }),
    sheet: {
      columns: [head, activeTickets],
      rows: counts.map(({ category, count }) => [texts.category[category], count]),
    },
  };
}

type InsightOfInput = { counts: ReturnType<typeof countsOf>; texts: Texts };

function insightOf({ counts, texts }: InsightOfInput): string {
  const { categories } = texts;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return categories.none;
  const most = Math.max(...counts.map(({ count }) => count));
  const first = counts.filter(({ count }) => count === most);
  const [name = '', ...others] = first.map(({ category }) => texts.category[category]);
  if (others.length > 0)
    return categories.shared({
      names: others.reduce((all, last) => texts.and({ first: all, last }), name),
      most,
    });
  return most === total ? categories.all({ name }) : categories.most({ name, most, total });
}
