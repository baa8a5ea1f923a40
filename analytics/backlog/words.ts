import type { Period, Summary } from '@campus-desk/contract';
import { formatLocal } from '../calendar.ts';
import type { Texts } from '../texts/texts.ts';
import type { Words } from '../words.ts';
import { type Bar, type BarSpan, barsOf, spanOf } from './bars.ts';

type BacklogWordsInput = { summary: Summary; period: Period; texts: Texts };

/** How many nobody has started, and since when half of them have been waiting. */
export function backlogWords({ summary, period, texts }: BacklogWordsInput): Words {
  const { backlog, counted } = texts;
  const { timeZone } = summary;
  const span = spanOf(period);
  const bars = barsOf({ summary, span, texts });
  const local = (instant: string) => formatLocal({ at: new Date(instant), timeZone });
  return {
    insight: insightOf({ bars, span, texts }),
    sheet: {
      columns: [backlog.from({ timeZone }), backlog.until, counted.open, counted.active],
      rows: bars.map(({ from, to, open, active }) => [local(from), local(to), open, active]),
    },
  };
}

type InsightOfInput = { bars: Bar[]; span: BarSpan; texts: Texts };

function insightOf({ bars, span, texts }: InsightOfInput): string {
  const { backlog } = texts;
  const open = bars.reduce((sum, bar) => sum + bar.open, 0);
  const total = bars.reduce((sum, bar) => sum + bar.open + bar.active, 0);
  if (total === 0) return backlog.nothing;
  if (total === 1) return open === 1 ? backlog.oneOpen : backlog.oneActive;

  const { bar, half } = middleOf({ bars, total });
  const when = backlog.when[span]({ label: bar?.label ?? '' });
  return open === 0 ? backlog.allStarted({ when, half }) : backlog.notStarted({ open, total, when, half });
}

/** The older half ends before the newest, or more than half or all of them are the newest. */
type Half = 'older' | 'newest' | 'all';

/** The bar in which the older half ends: of what stands in the newest bar, all of it was opened then or before. */
function middleOf({ bars, total }: { bars: Bar[]; total: number }): { bar: Bar | undefined; half: Half } {
  let counted = 0;
  const bar = bars.find(one => {
    counted += one.open + one.active;
    return counted * 2 >= total;
  });
  if (bar === undefined || counted < total) return { bar, half: 'older' };
  return { bar, half: bar.open + bar.active === total ? 'all' : 'newest' };
}
