import type { Category, Period, Report, Summary } from '@campus-desk/contract';
import type { Texts } from '../texts/texts.ts';
import { barsOf, spanOf } from './bars.ts';
import { backlogChart } from './chart.ts';

type BacklogReportInput = {
  summary: Summary;
  period: Period;
  /** What was counted; undefined: all categories. */
  categories?: readonly Category[] | undefined;
  now: Date;
  texts: Texts;
};

/** Tickets of the period that are not closed yet, open and active counted separately; pure. */
export function backlogReport(input: BacklogReportInput): Report {
  const { summary, period, categories, now, texts } = input;
  const { backlog, counted } = texts;
  const { timeZone } = summary;
  const span = spanOf(period);
  const bars = barsOf({ summary, span, texts });
  const open = bars.reduce((total, bar) => total + bar.open, 0);
  const active = bars.reduce((total, bar) => total + bar.active, 0);
  const total = open + active;
  const when = backlog.period[period.unit]({ amount: period.amount });
  const only = categories?.map(one => texts.category[one]).join(', ');
  const counts = { total, period: when, open, active };
  return {
    service: 'backlog',
    title:
      only === undefined
        ? backlog.title({ period: when })
        : backlog.titleOf({ period: when, categories: only }),
    generatedAt: now.toISOString(),
    timeZone,
    figures: [
      { label: counted.notClosed, value: total },
      { label: counted.open, value: open },
      { label: counted.active, value: active },
    ],
    columns: [backlog.span[span], counted.open, counted.active],
    rows: bars.map(bar => [bar.label, bar.open, bar.active]),
    raw: {
      columns: ['from', 'to', 'open', 'active'],
      rows: bars.map(bar => [bar.from, bar.to, bar.open, bar.active]),
    },
    alt: only === undefined ? backlog.alt(counts) : backlog.altOf({ ...counts, categories: only }),
    chart: backlogChart({ bars, span, texts }),
  };
}
