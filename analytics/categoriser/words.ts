import { type CorrectionSummary, categories, categoryNames } from '@campus-desk/contract';
import { formatMonth, formatShortMonth } from '../calendar.ts';
import { countEmpty } from '../since-first.ts';
import type { Words } from '../words.ts';
import { countFrom, countPair, pairs, total } from './counts.ts';

/** How often a category was corrected, and which mistake is the most frequent. */
export function correctionsWords({ months, timeZone }: CorrectionSummary): Words {
  return {
    insight: insightOf(months),
    emptyRows: countEmpty(months.map(({ categorised }) => ({ count: categorised }))),
    short: {
      columns: ['Month', 'Filed', 'Corrected', 'Fac.', 'IT', 'Serv.'],
      rows: months.map(month => [
        formatShortMonth({ at: new Date(month.from), timeZone }),
        month.categorised,
        month.corrected,
        ...categories.map(category => countFrom({ month, category })),
      ]),
    },
    sheet: {
      columns: [
        'Opened in',
        'Filed',
        'Confirmed',
        'Corrected',
        ...pairs.map(({ from, to }) => `${categoryNames[from]} → ${categoryNames[to]}`),
      ],
      rows: months.map(month => [
        formatMonth({ at: new Date(month.from), timeZone }),
        month.categorised,
        month.confirmed,
        month.corrected,
        ...pairs.map(pair => countPair({ months: [month], ...pair })),
      ]),
    },
  };
}

function insightOf(months: CorrectionSummary['months']): string {
  const categorised = total(months.map(month => month.categorised));
  const corrected = total(months.map(month => month.corrected));
  if (categorised === 0) return 'No ticket was filed in this time.';
  if (corrected === 0) return 'Nobody corrected a category.';
  const [worst] = pairs
    .map(pair => ({ ...pair, count: countPair({ months, ...pair }) }))
    .toSorted((a, b) => b.count - a.count);
  const share = `${corrected} of ${categorised} categories ${corrected === 1 ? 'was' : 'were'} corrected`;
  if (worst === undefined) return `${share}.`;
  return `${share}, most often from ${categoryNames[worst.from]} to ${categoryNames[worst.to]}.`;
}
