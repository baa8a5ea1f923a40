import { type Category, categoryNames, type Period, type Report, type Summary } from '@campus-desk/contract';
import { barsOf, spanOf } from './bars.ts';
import { backlogChart } from './chart.ts';

type BacklogReportInput = {
  summary: Summary;
  period: Period;
  /** What was counted; undefined: all categories. */
  categories?: readonly Category[] | undefined;
  now: Date;
};

/** Tickets of the period that are not closed yet, open and active counted separately; pure. */
export function backlogReport({ summary, period, categories, now }: BacklogReportInput): Report {
  const { timeZone } = summary;
  const span = spanOf(period);
  const bars = barsOf({ summary, span });
  const open = bars.reduce((total, bar) => total + bar.open, 0);
  const active = bars.reduce((total, bar) => total + bar.active, 0);
  const total = open + active;
  const scope = categories === undefined ? '' : ` (${categories.map(one => categoryNames[one]).join(', ')})`;
  const title = `Opened in the last ${formatPeriod(period)}, not closed yet${scope}`;
  return {
    service: 'backlog',
    title,
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: 'Not closed yet', value: total },
      { label: 'Open', value: open },
      { label: 'Active', value: active },
    ],
    columns: [span, 'Open', 'Active'],
    rows: bars.map(bar => [bar.label, bar.open, bar.active]),
    raw: {
      columns: ['from', 'to', 'open', 'active'],
      rows: bars.map(bar => [bar.from, bar.to, bar.open, bar.active]),
    },
    alt: `${total} ${total === 1 ? 'ticket' : 'tickets'} opened in the last ${formatPeriod(period)} ${total === 1 ? 'is' : 'are'} not closed yet${scope}: ${open} open, ${active} active.`,
    chart: backlogChart({ bars, span }),
  };
}

function formatPeriod({ amount, unit }: Period): string {
  const name = unit === 'h' ? 'hour' : 'day';
  return amount === 1 ? name : `${amount} ${name}s`;
}
