import type { Period, Summary } from '@campus-desk/contract';
import { formatLocal } from '../calendar.ts';
import type { Words } from '../words.ts';
import { type Bar, type BarSpan, barsOf, spanOf } from './bars.ts';

/** How many nobody has started, and since when half of them have been waiting. */
export function backlogWords({ summary, period }: { summary: Summary; period: Period }): Words {
  const { timeZone } = summary;
  const span = spanOf(period);
  const bars = barsOf({ summary, span });
  const local = (instant: string) => formatLocal({ at: new Date(instant), timeZone });
  return {
    insight: insightOf({ bars, span }),
    sheet: {
      columns: [`Opened from (${timeZone})`, 'until before', 'Open', 'Active'],
      rows: bars.map(({ from, to, open, active }) => [local(from), local(to), open, active]),
    },
  };
}

function insightOf({ bars, span }: { bars: Bar[]; span: BarSpan }): string {
  const open = bars.reduce((sum, bar) => sum + bar.open, 0);
  const total = bars.reduce((sum, bar) => sum + bar.open + bar.active, 0);
  if (total === 0) return 'Nothing is waiting.';
  if (total === 1) return open === 1 ? 'Nobody has started it yet.' : 'Somebody is working on it.';

  const started = open === 0 ? 'All of them are started' : `${open} of ${total} are not started yet`;
  const middle = middleOf({ bars, total })?.label ?? '';
  return `${started}; half of them were opened ${span === 'Week' ? `in the week ${middle}` : middle} or before.`;
}

/** The bar in which the older half ends. */
function middleOf({ bars, total }: { bars: Bar[]; total: number }): Bar | undefined {
  let counted = 0;
  return bars.find(bar => {
    counted += bar.open + bar.active;
    return counted * 2 >= total;
  });
}
