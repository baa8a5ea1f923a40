import {
  type CorrectionMonth,
  type CorrectionSummary,
  categories,
  categoryNames,
  type Report,
} from '@campus-desk/contract';
import { formatMonth } from '../calendar.ts';
import { correctionsChart } from './chart.ts';
import { countFrom, countPair, pairs, total } from './counts.ts';

type CorrectionsReportInput = { summary: CorrectionSummary; now: Date };

/** How often people gave another category than the categoriser had, by month of opening; pure. */
export function correctionsReport(input: CorrectionsReportInput): Report {
  const { now } = input;
  const { months, timeZone } = input.summary;
  const title = `Categories corrected, tickets of the last ${months.length} months`;
  const categorised = total(months.map(month => month.categorised));
  const corrected = total(months.map(month => month.corrected));
  const monthOf = ({ from }: CorrectionMonth) => formatMonth({ at: new Date(from), timeZone });
  return {
    service: 'categoriser',
    title,
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: 'Filed', value: categorised },
      { label: 'Corrected', value: corrected },
      { label: 'Share', value: formatShare({ corrected, categorised }) },
      { label: 'Confirmed', value: total(months.map(month => month.confirmed)) },
    ],
    columns: ['Month', 'Filed', 'Corrected', 'was Facility', 'was IT', 'was Services'],
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
    alt: describe({ months, categorised, corrected, monthOf }),
    chart: correctionsChart({ months, timeZone }),
  };
}

function formatShare({ corrected, categorised }: { corrected: number; categorised: number }): string {
  return categorised === 0 ? '–' : `${Math.round((1000 * corrected) / categorised) / 10} %`;
}

type DescribeInput = {
  months: CorrectionMonth[];
  categorised: number;
  corrected: number;
  monthOf: (month: CorrectionMonth) => string;
};

function describe({ months, categorised, corrected, monthOf }: DescribeInput): string {
  const count = `${corrected} of ${categorised} tickets opened in the last ${months.length} months were given another category by a person`;
  if (corrected === 0) return `${count}.`;
  const ways = pairs
    .map(pair => ({ ...pair, count: countPair({ months, ...pair }) }))
    .filter(way => way.count > 0)
    .sort((a, b) => b.count - a.count)
    .map(way => `${categoryNames[way.from]} to ${categoryNames[way.to]} ${way.count}`);
  const byMonth = months
    .filter(month => month.corrected > 0)
    .map(month => `${monthOf(month)} ${month.corrected} of ${month.categorised}`);
  return `${count}: ${ways.join(', ')}. By month of opening: ${byMonth.join('; ')}.`;
}
