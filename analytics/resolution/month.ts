import type { SummaryGroup } from '@campus-desk/contract';

/** When the month of a group begins. */
export function startOf({ from, key }: Pick<SummaryGroup, 'from' | 'key'>): Date {
  return new Date(from ?? `${key}-15`);
}

/** Whether the month of a group is over, so that no ticket can be opened in it any more. */
export function isOver({ group: { to }, now }: { group: SummaryGroup; now: Date }): boolean {
  return to === null || new Date(to) <= now;
}
