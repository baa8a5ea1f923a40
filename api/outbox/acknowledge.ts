import { type Acknowledge, AppError } from '@campus-desk/contract';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Database, events, leases } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isPending } from './event-state.ts';

type AcknowledgeInput = { context: Context } & Acknowledge;

/**
 * Takes events out of the outbox: shown in Slack, given up for a reason, or refused for now. Answers how many were
 * still in it. Throws `version_conflict` when the lease `sync` has gone to somebody else since the fence was given.
 */
export async function acknowledge(input: AcknowledgeInput): Promise<{ acknowledged: number }> {
  const { ids, failed, refused, fence } = input;
  const { db, clock } = input.context;
  const shownAt = clock();
  if (failed.length === 0 && refused.length === 0) {
    const shown = await showing(db).execute({ ids: `{${ids.join(',')}}`, shownAt, fence: fence ?? null });
    if (shown.length === 0) await refuseOldFence({ db, fence });
    return { acknowledged: shown.length };
  }
  return db.transaction(async tx => {
    await refuseOldFence({ db: tx, fence });
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

/** Where all was well, which is nearly always: one statement, which a newer fence keeps from changing anything. */
const showing = buildOnce(db =>
  db
    .update(events)
    .set({ shownAt: sql`${sql.param(sql.placeholder('shownAt'), events.shownAt)}` })
    .where(
      and(
        sql`${events.id} = any(${sql.placeholder('ids')}::bigint[])`,
        isPending,
        sql`not exists (select from ${leases} where ${leases.name} = 'sync' and ${leases.fence} > ${sql.placeholder('fence')}::bigint)`,
      ),
    )
    .returning({ id: events.id })
    .prepare('show_events'),
);

type RefuseOldFenceInput = { db: Database; fence: number | undefined };

async function refuseOldFence({ db, fence }: RefuseOldFenceInput): Promise<void> {
  if (fence === undefined) return;
  const [newest] = await db.select({ fence: leases.fence }).from(leases).where(eq(leases.name, 'sync'));
  if (newest !== undefined && newest.fence > fence)
    throw new AppError({
      code: 'version_conflict',
      message: 'Another bot has taken over since. It shows these events.',
      details: { fence: newest.fence },
    });
}
