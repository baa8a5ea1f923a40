import { type CorrectionSummary, categories } from '@campus-desk/contract';
import { formatMonth, formatShortMonth } from '../calendar.ts';
import { countEmpty } from '../since-first.ts';
import type { Texts } from '../texts/texts.ts';
import type { Words } from '../words.ts';
import { countFrom, countPair, pairs, total } from './counts.ts';

type CorrectionsWordsInput = { summary: CorrectionSummary; texts: Texts };

/** How often a category was corrected, and which mistake is the most frequent. */
export function correctionsWords({ summary: { months, timeZone }, texts }: CorrectionsWordsInput): Words {
  const { counted, corrections, times, category: names } = texts;
  return {
    insight: insightOf({ months, texts }),
    emptyRows: countEmpty(months.map(({ categorised }) => ({ count: categorised }))),
    short: {
      columns: [
        times.month,
        corrections.shortFiled,
        corrections.shortCorrected,
        ...categories.map(category => corrections.wasShort[category]),
      ],
      rows: months.map(month => [
        formatShortMonth({ at: new Date(month.from), timeZone, texts }),
        month.categorised,
        month.corrected,
        ...categories.map(category => countFrom({ month, category })),
      ]),
    },
    sheet: {
      columns: [
        times.openedIn,
        counted.filed,
        counted.confirmed,
        counted.corrected,
        ...pairs.map(({ from, to }) => `${names[from]} → ${names[to]}`),
      ],
      rows: months.map(month => [
        formatMonth({ at: new Date(month.from), timeZone, texts }),
        month.categorised,
        month.confirmed,
        month.corrected,
        ...pairs.map(pair => countPair({ months: [month], ...pair })),
      ]),
    },
  };
}

type InsightOfInput = { months: CorrectionSummary['months']; texts: Texts };

function insightOf({ months, texts }: InsightOfInput): string {
  const { corrections, category } = texts;
  const categorised = total(months.map(month => month.categorised));
  const corrected = total(months.map(month => month.corrected));
  if (categorised === 0) return corrections.nothingFiled;
  if (corrected === 0) return corrections.none;
  const count = ({ from, to }: (typeof pairs)[number]) => countPair({ months, from, to });
  const worst = pairs.reduce((most, pair) => (count(pair) > count(most) ? pair : most));
  const { from, to } = worst;
  return corrections.some({ corrected, categorised, from: category[from], to: category[to] });
}
