import type { OpenedPeriod } from '@campus-desk/contract';
import type { Database } from '../../db/index.ts';
import { summariseTickets } from './summarise-tickets.ts';

/** A month of opening, cut off where the period that was asked for begins or ends, and how many tickets it has. */
export type OpenedMonth = { key: string; from: string; to: string; count: number };

type CountByMonthInput = { db: Database; query: OpenedPeriod; timeZone: string };

/** How many tickets were opened in each month of a period, in `timeZone`; throws `validation_failed` for too many months. */
export async function countByMonth({ db, query, timeZone }: CountByMonthInput): Promise<OpenedMonth[]> {
  const { groups } = await summariseTickets({ db, query: { groupBy: 'openedMonth', ...query }, timeZone });
  return groups.map(({ key, from, to, count }) => {
    if (from === null || to === null) throw new Error(`The month ${key} has no beginning or no end.`);
    return { key, from, to, count };
  });
}
