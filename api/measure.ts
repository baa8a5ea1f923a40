import type { Service } from '@campus-desk/service-kit';
import { and, eq, min, ne, type SQL, sql } from 'drizzle-orm';
import { events, tickets } from '../db/index.ts';
import type { Context } from './context.ts';
import { isPending, isRefused } from './outbox/event-state.ts';

type MeasureInput = { app: Service; context: Context; poolSize: number };

/** What says from outside whether all is well; docs/operations.md has an alert for most of it. */
export function measure({ app, context, poolSize }: MeasureInput): void {
  const { db, clock } = context;
  const isUnclosed = ne(tickets.status, 'closed');
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    app.metrics.gauge({ name: `campus_desk_${name}`, help, read });

  gauge('outbox_events', 'Events that Slack does not show yet.', () => db.$count(events, isPending));
  gauge('outbox_oldest_seconds', 'Age of the oldest event that Slack does not show yet; 0 without one.', () =>
    ageOfOldest({ context, now: clock(), which: isPending }),
  );
  gauge('outbox_refused_events', 'Events that Slack refused for a reason that can be put right.', () =>
    db.$count(events, isRefused),
  );
  gauge('unclosed_tickets', 'Tickets that are open or active.', () => db.$count(tickets, isUnclosed));
  gauge('unsure_tickets', 'Of these, tickets whose category the categoriser is unsure of.', () =>
    db.$count(tickets, and(isUnclosed, eq(tickets.categoryUnsure, true))),
  );
  gauge(
    'database_busy_connections',
    'Connections of this role that are busy now, those of all APIs together.',
    () => busyConnections(context),
  );
  gauge('database_pool_size', 'Connections that requests of this API may use.', async () => poolSize);
}

type AgeOfOldestInput = { context: Context; now: Date; which: SQL | undefined };

async function ageOfOldest({ context, now, which }: AgeOfOldestInput): Promise<number> {
  const [oldest] = await context.db
    .select({ at: min(events.at) })
    .from(events)
    .where(which);
  return oldest?.at == null ? 0 : Math.max(0, (now.getTime() - oldest.at.getTime()) / 1000);
}

async function busyConnections({ db }: Context): Promise<number> {
  const [busy] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`pg_stat_activity`)
    .where(sql`state <> 'idle' and usename = current_user and datname = current_database()`);
  return busy?.count ?? 0;
}
