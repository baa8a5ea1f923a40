import type { OpenedPeriod, ResponseSummary } from '@campus-desk/contract';
import { type Database, officeHours } from '../../db/index.ts';
import { countByMonth } from '../tickets/count-by-month.ts';
import { readResponseTimes } from './response-times.ts';

type SummariseResponsesInput = { db: Database; query: OpenedPeriod; timeZone: string };

/**
 * How fast helpdesk first wrote under tickets or started them, by the month of opening in `timeZone` and overall; in office
 * hours only where they are known.
 */
export async function summariseResponses(input: SummariseResponsesInput): Promise<ResponseSummary> {
  const { db, query, timeZone } = input;
  const months = await countByMonth({ db, query, timeZone });
  const [first, last] = [months[0], months.at(-1)];
  const whole = first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to }];
  const workingHours = (await db.select().from(officeHours).limit(1)).length > 0;
  const periods = [...whole, ...months];
  const [overall, ...times] = await readResponseTimes({ db, periods, inWorkingHours: workingHours });
  return {
    timeZone,
    workingHours,
    overall: {
      count: months.reduce((sum, { count }) => sum + count, 0),
      ...(overall ?? { responded: 0, response: null }),
    },
    months: months.map((month, index) => ({
      ...month,
      ...(times[index] ?? { responded: 0, response: null }),
    })),
  };
}
