import type { Acknowledge } from '@campus-desk/contract';
import { and, inArray } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isPending } from './event-state.ts';

type AcknowledgeInput = { context: Context } & Acknowledge;

/**
 * Takes events out of the outbox: shown in Slack, given up for a reason, or refused for now. Answers how many were
 * still in it.
 */
export async function acknowledge(input: AcknowledgeInput): Promise<{ acknowledged: number }> {
  const { ids, failed, refused } = input;
  const { db, clock } = input.context;
  const shownAt = clock();
  return db.transaction(async tx => {
    let acknowledged = 0;
    const settle = async (id: number[], values: Partial<typeof events.$inferInsert>) => {
      if (id.length === 0) return;
      const settled = await tx
        .update(events)
        .set(values)
        .where(and(inArray(events.id, id), isPending))
        .returning({ id: events.id });
      acknowledged += settled.length;
    };
    await settle(ids, { shownAt });
    for (const { id, reason } of failed) await settle([id], { shownAt, failure: reason });
    for (const { id, reason, where } of refused) await settle([id], { failure: reason, refusedWhere: where });
    return { acknowledged };
  });
}
