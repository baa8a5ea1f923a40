import type { RetryOutbox } from '@campus-desk/contract';
import { and, eq } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isRefused } from './event-state.ts';

type RetryRefusedInput = { context: Context; retry: RetryOutbox };

/** Puts refused events back into the outbox: those of one channel, of one ticket, or all. Answers how many. */
export async function retryRefused({ context, retry }: RetryRefusedInput): Promise<{ retried: number }> {
  const { where, ticketNumber } = retry;
  const retried = await context.db
    .update(events)
    .set({ failure: null, refusedWhere: null })
    .where(
      and(
        isRefused,
        where === undefined ? undefined : eq(events.refusedWhere, where),
        ticketNumber === undefined ? undefined : eq(events.ticketNumber, ticketNumber),
      ),
    )
    .returning({ type: events.type });
  return { retried: retried.length };
}
