import type { PersonExport } from '@campus-desk/contract';
import { asc, eq, or } from 'drizzle-orm';
import { corrections, events, followers, messages, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { eventColumns } from '../outbox/event-row.ts';
import { storedColumns } from '../tickets/ticket-row.ts';
import { recordAct } from './record-act.ts';

type ExportPersonInput = { context: Context; id: string; by: string };

/** Everything that is stored about a person: the tickets they reported, work on or follow, what they wrote and what they did. */
export async function exportPerson({ context, id, by }: ExportPersonInput): Promise<PersonExport> {
  const { db, clock } = context;
  const now = clock();
  const found = {
    tickets: await db
      .select(storedColumns)
      .from(tickets)
      .where(or(eq(tickets.reporterId, id), eq(tickets.assigneeId, id)))
      .orderBy(asc(tickets.number)),
    messages: await db.select().from(messages).where(eq(messages.actorId, id)).orderBy(asc(messages.id)),
    events: await db.select(eventColumns).from(events).where(eq(events.actorId, id)).orderBy(asc(events.id)),
    corrections: await db
      .select()
      .from(corrections)
      .where(eq(corrections.actorId, id))
      .orderBy(asc(corrections.id)),
    followed: await db
      .select()
      .from(followers)
      .where(eq(followers.userId, id))
      .orderBy(asc(followers.ticketNumber)),
  };
  const counts = {
    tickets: found.tickets.length,
    messages: found.messages.length,
    events: found.events.length,
  };
  await recordAct({ db, act: { type: 'person.exported', subject: id, by, at: now, counts } });
  return { person: id, exportedAt: now.toISOString(), ...found };
}
