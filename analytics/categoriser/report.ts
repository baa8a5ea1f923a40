import { type CorrectionMonth, type CorrectionSummary, categories, type Report } from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import type { Texts } from '../texts/texts.ts';
import { correctionsChart } from './chart.ts';
import { countFrom, countPair, pairs, total } from './counts.ts';

type CorrectionsReportInput = { summary: CorrectionSummary; now: Date; texts: Texts };

/** How often people gave another category than the categoriser had, by month of opening; pure. */
export function correctionsReport(input: CorrectionsReportInput): Report {
  const { now, texts } = input;
  const { counted, corrections, times } = texts;
  const { months, timeZone } = input.summary;
  const categorised = total(months.map(month => month.categorised));
  const corrected = total(months.map(month => month.corrected));
  const monthOf = ({ from }: CorrectionMonth) => formatMonth({ at: new Date(from), timeZone, texts });
  return {
    service: 'categoriser',
    title: corrections.title({ months: months.length }),
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: counted.filed, value: categorised },
      { label: counted.corrected, value: corrected },
      { label: corrections.share, value: formatShare({ corrected, categorised, texts }) },
      { label: counted.confirmed, value: total(months.map(month => month.confirmed)) },
    ],
    columns: [
      times.month,
      counted.filed,
      counted.corrected,
      ...categories.map(category => corrections.was[category]),
    ],
    rows: months.map(month => [
      monthOf(month),
      month.categorised,
      month.corrected,
      ...categories.map(category => countFrom({ month, category })),
    ]),
    raw: {
      columns: [
        'month',
        'categorised',
        'confirmed',
        'corrected',
        ...pairs.map(({ from, to }) => `${from}_to_${to}`),
      ],
      rows: months.map(month => [
        month.key,
        month.categorised,
        month.confirmed,
        month.corrected,
        ...pairs.map(pair => countPair({ months: [month], ...pair })),
      ]),
    },
    alt: describe({ months, categorised, corrected, monthOf, texts }),
    chart: correctionsChart({ months, timeZone, texts }),
  };
}

type FormatShareInput = { corrected: number; categorised: number; texts: Texts };

function formatShare({ corrected, categorised, texts }: FormatShareInput): string {
  return categorised === 0 ? '–' : texts.share({ share: Math.round((1000 * corrected) / categorised) / 10 });
}

type DescribeInput = {
  months: CorrectionMonth[];
  categorised: number;
  corrected: number;
  monthOf: (month: CorrectionMonth) => string;
  texts: Texts;
};

function describe({ months, categorised, corrected, monthOf, texts }: DescribeInput): string {
  const { corrections, category } = texts;
  const count = corrections.count({ corrected, categorised, months: months.length });
  if (corrected === 0) return `${count}.`;
  const ways = pairs
    .map(pair => ({ ...pair, count: countPair({ months, ...pair }) }))
    .filter(way => way.count > 0)
    .sort((a, b) => b.count - a.count)
    .map(way => corrections.way({ from: category[way.from], to: category[way.to], count: way.count }));
  const byMonth = months
    .filter(month => month.corrected > 0)
    .map(month => {
      const { corrected, categorised } = month;
      return corrections.monthCount({ month: monthOf(month), corrected, categorised });
    });
  return corrections.alt({ count, ways: ways.join(', '), byMonth: byMonth.join('; ') });
}
