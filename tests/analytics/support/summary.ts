import type { Summary, SummaryGroup } from '@campus-desk/contract';
import { textsIn } from '../../../analytics/texts/texts.ts';

export const rome = 'Europe/Rome';
export const texts = textsIn('en');

type SummaryOfInput = {
  groupBy: Summary['groupBy'];
  groups: (Pick<SummaryGroup, 'key'> & Partial<SummaryGroup>)[];
};

/** A summary as the API answers it, with what matters to a test. */
export function summaryOf({ groupBy, groups }: SummaryOfInput): Summary {
  return {
    groupBy,
    timeZone: rome,
    groups: groups.map(group => {
      const { open = 0, active = 0, closed = 0 } = group;
      return {
        from: null,
        to: null,
        resolution: null,
        count: open + active + closed,
        open,
        active,
        closed,
        ...group,
      };
    }),
  };
}

/** The group of a month in Rome, by its first instant. */
export function month(from: string, counts: Partial<SummaryGroup> = {}) {
  const key = new Date(Date.parse(from) + 3 * 3_600_000).toISOString().slice(0, 7);
  return { key, from, ...counts };
}
