import { campusDesk } from '@campus-desk/contract';
import { eq, sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { eventFrom, eventValues } from '../outbox/event-from.ts';
import { endedWaiting } from './waiting-ended.ts';

/** Tickets of one statement. */
const batchSize = 100;

/** Ends the waiting of the tickets whose date has come, by the database's clock; of several copies one wakes each. */
export async function wakeTickets(context: Pick<Context, 'db' | 'databaseTime'>): Promise<number> {
  let woken = 0;
  for (;;) {
    const some = await wakeSome(context);
    woken += some;
    if (some < batchSize) return woken;
  }
}

async function wakeSome({ db, databaseTime }: Pick<Context, 'db' | 'databaseTime'>): Promise<number> {
  const due = db.$with('due').as(dueTickets({ db, databaseTime }));
  const woken = db.$with('ticket').as(
    db
      .update(tickets)
      .set({
        waitingUntil: null,
        waitingReason: null,
        modifiedAt: sql`greatest(${tickets.modifiedAt}, ${databaseTime()})`,
        version: sql`${tickets.version} + 1`,
      })
      .from(due)
      .where(eq(tickets.number, due.due))
      .returning({
        number: tickets.number,
        modifiedAt: tickets.modifiedAt,
        until: due.until,
        reason: due.reason,
      }),
  );
  const event = eventFrom({
    from: sql`ticket`,
    number: sql`number`,
    at: sql`modified_at`,
    found: endedWaiting,
  });
  const rows = await db
    .with(due, woken, db.$with('event', {}).as(event))
    .select({ number: woken.number })
    .from(woken)
    .prepare('wake_tickets')
    .execute(eventValues({ type: 'ticket.woken', actor: campusDesk, changes: {} }));
  return rows.length;
}

/** Those that another copy is waking are left to it. */
function dueTickets({ db, databaseTime }: Pick<Context, 'db' | 'databaseTime'>) {
  return db
    .select({
      due: sql<number>`${tickets.number}`.as('due'),
      until: sql<Date>`${tickets.waitingUntil}`.as('until'),
      reason: sql<string>`${tickets.waitingReason}`.as('reason'),
    })
    .from(tickets)
    .where(sql`${tickets.waitingUntil} <= ${databaseTime()}`)
    .limit(batchSize)
    .for('no key update', { skipLocked: true });
}
