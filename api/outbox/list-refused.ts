import type { Refused } from '@campus-desk/contract';
import { count, desc, min } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isRefused } from './event-state.ts';

const maxGroups = 100;

/** What Slack refused and why, counted by reason and channel, most events first. */
export async function listRefused({ context }: { context: Context }): Promise<Refused> {
  const rows = await context.db
    .select({ reason: events.failure, where: events.refusedWhere, count: count(), oldestAt: min(events.at) })
    .from(events)
    .where(isRefused)
    .groupBy(events.failure, events.refusedWhere)
    .orderBy(desc(count()))
    .limit(maxGroups);
  return {
    refused: rows.map(({ reason, where, count, oldestAt }) => ({
      reason: reason ?? '',
      where: where ?? '',
      count,
      oldestAt: (oldestAt ?? new Date(0)).toISOString(),
    })),
  };
}
