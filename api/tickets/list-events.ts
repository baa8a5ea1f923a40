import type { EventList, ListEvents } from '@campus-desk/contract';
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { events } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { isEventVisibleTo } from '../messages/notes.ts';
import { eventColumns, toEvent } from '../outbox/event-row.ts';
import { loadVisibleTicket } from './load-visible-ticket.ts';
import { hiddenFrom, maySeeFollowed } from './policy.ts';

type ListEventsInput = { context: Context; number: number; query: ListEvents };

/** The history of a ticket, oldest first, a page of it, as a role sees it; throws `not_found` or `forbidden_for_role`. */
export async function listEvents(input: ListEventsInput): Promise<EventList> {
  const { context, number } = input;
  const { db } = context;
  const { role, limit, cursor } = input.query;
  const ticket = await loadVisibleTicket({ context, number, role });
  const hidden = hiddenFrom({ reader: input.query, ticket });
  const lastSeen = cursor === undefined ? 0 : readCursor({ cursor, position: z.int().min(1) });
  const rows = await db
    .select(eventColumns)
    .from(events)
    .where(
      and(eq(events.ticketNumber, number), gt(events.id, lastSeen), isEventVisibleTo({ db, role, number })),
    )
    .orderBy(asc(events.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? writeCursor(shown.at(-1)?.id) : null;
  const without = maySeeFollowed({ reader: input.query, ticket }) ? [] : ['followUpOf'];
  return { events: shown.map(row => toEvent({ row, hidden, without })), nextCursor };
}
