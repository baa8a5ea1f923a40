import type { Unnamed } from '@campus-desk/contract';
import { and, eq, sql } from 'drizzle-orm';
import { events, messages, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';

const maxPeople = 100;

/** The Slack users whose id stands for their name somewhere, a hundred of them at most. */
export async function listUnnamed({ context: { db } }: { context: Context }): Promise<Unnamed> {
  const isSlackUser = (id: unknown) => sql`${id} ~ '^[UW][A-Z0-9]+$'`;
  const { reporterId, reporterName, assigneeId, assigneeName } = tickets;
  const rows = await db
    .selectDistinct({ id: sql<string>`${reporterId}`.as('id') })
    .from(tickets)
    .where(and(eq(reporterName, reporterId), isSlackUser(reporterId)))
    .union(
      db
        .select({ id: sql<string>`${assigneeId}`.as('id') })
        .from(tickets)
        .where(and(eq(assigneeName, assigneeId), isSlackUser(assigneeId))),
    )
    .union(
      db
        .select({ id: sql<string>`${messages.actorId}`.as('id') })
        .from(messages)
        .where(and(eq(messages.actorName, messages.actorId), isSlackUser(messages.actorId))),
    )
    .union(
      db
        .select({ id: sql<string>`${events.actorId}`.as('id') })
        .from(events)
        .where(and(eq(events.actorName, events.actorId), isSlackUser(events.actorId))),
    )
    .limit(maxPeople);
  return { ids: rows.map(({ id }) => id) };
}
