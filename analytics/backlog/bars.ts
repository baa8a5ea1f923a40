import {
  type Grouping,
  type Period,
  periodHours,
  type Summary,
  type SummaryGroup,
} from '@campus-desk/contract';
import { daysSinceMonday, formatDay, formatMonth, formatOffset, formatTime } from '../calendar.ts';
import type { Texts } from '../texts/texts.ts';

/** What one bar stands for. */
export type BarSpan = 'Hour' | 'Day' | 'Week' | 'Month';

/** One bar: `label` for the table, `tick` for the axis. */
export type Bar = { label: string; tick: string; from: string; to: string; open: number; active: number };

const groupings: Record<BarSpan, Grouping> = {
  Hour: 'openedHour',
  Day: 'openedDay',
  Week: 'openedDay',
  Month: 'openedMonth',
};

/** Hours up to a day, days up to a month, weeks up to half a year, then months: never more than 33 bars. */
export function spanOf(period: Period): BarSpan {
  const hours = periodHours(period);
  if (hours <= 24) return 'Hour';
  if (hours <= 31 * 24) return 'Day';
  return hours <= 182 * 24 ? 'Week' : 'Month';
}

/** What the API is asked to group by for such bars; weeks are put together here, from days. */
export function groupingOf(span: BarSpan): Grouping {
  return groupings[span];
}

type BarsOfInput = { summary: Summary; span: BarSpan; texts: Texts };

/** The bars of a summary, oldest first, empty ones included. */
export function barsOf({ summary, span, texts }: BarsOfInput): Bar[] {
  const { groups, timeZone } = summary;
  const parts = span === 'Week' ? weeks(groups) : groups.map(group => [group]);
  const bars = parts.map(part => barOf({ part, span, timeZone, texts }));
  const labels = bars.map(({ label }) => label);
  return bars.map(bar =>
    labels.indexOf(bar.label) === labels.lastIndexOf(bar.label)
      ? bar
      : { ...bar, label: `${bar.label} (${formatOffset({ at: new Date(bar.from), timeZone })})` },
  );
}

function weeks(days: SummaryGroup[]): SummaryGroup[][] {
  const parts: SummaryGroup[][] = [];
  for (const day of days) {
    const current = parts.at(-1);
    if (current === undefined || daysSinceMonday(day.key) === 0) parts.push([day]);
    else current.push(day);
  }
  return parts;
}

type BarOfInput = { part: SummaryGroup[]; span: BarSpan; timeZone: string; texts: Texts };

function barOf({ part, span, timeZone, texts }: BarOfInput): Bar {
  const from = part[0]?.from ?? '';
  const at = new Date(from);
  const day = formatDay({ at, timeZone, texts });
  const month = formatMonth({ at, timeZone, texts });
  const sum = (status: 'open' | 'active') => part.reduce((total, group) => total + group[status], 0);
  const names = {
    Hour: { label: `${day} ${formatTime({ at, timeZone })}`, tick: formatTime({ at, timeZone }) },
    Day: { label: day, tick: day },
    Week: { label: texts.backlog.fromDay({ day }), tick: day },
    Month: { label: month, tick: month },
  };
  return { ...names[span], from, to: part.at(-1)?.to ?? '', open: sum('open'), active: sum('active') };
}
