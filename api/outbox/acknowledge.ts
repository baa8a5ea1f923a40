import type { Acknowledge } from '@campus-desk/contract';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import type { Context } from '../context.ts';

type AcknowledgeInput = { context: Context } & Acknowledge;

/** Takes events out of the outbox: shown in Slack, or given up for a reason. Answers how many were still in it. */
export async function acknowledge(input: AcknowledgeInput): Promise<{ acknowledged: number }> {
  const { ids, failed } = input;
  const { db, clock } = input.context;
  const shownAt = clock();
  return db.transaction(async tx => {
    const shown = await tx
      .update(events)
      .set({ shownAt })
      .where(and(inArray(events.id, ids), isNull(events.shownAt)))
      .returning({ id: events.id });
    let acknowledged = shown.length;
    for (const { id, reason } of failed) {
      const givenUp = await tx
        .update(events)
        .set({ shownAt, failure: reason })
        .where(and(eq(events.id, id), isNull(events.shownAt)))
        .returning({ id: events.id });
      acknowledged += givenUp.length;
    }
    return { acknowledged };
  });
}
