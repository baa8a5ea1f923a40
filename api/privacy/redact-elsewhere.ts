import { removedText } from '@campus-desk/contract';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { corrections, type Database, events, messages, tickets } from '../../db/index.ts';
import { redactEvents, redactMessages } from './redact.ts';

/** What a person wrote on the tickets of others: messages, and what they put in place of a ticket's own words. */
export async function redactElsewhere({ tx, id }: { tx: Database; id: string }): Promise<void> {
  const isTheirs = eq(events.actorId, id);
  const texts = sql`array['description', 'location', 'closingNote', 'waiting']`;
  const touched = tx
    .select({ number: events.ticketNumber })
    .from(events)
    .where(and(isTheirs, sql`${events.changes} ?| ${texts}`));
  const wrote = (column: PgColumn, field: string) =>
    and(
      inArray(tickets.number, touched),
      sql`exists (select from ${events} where ${events.ticketNumber} = ${tickets.number} and ${isTheirs}
        and ${events.changes} -> ${field}::text ->> 'to' = ${column})`,
    );
  const silence = { description: removedText, categoryBecause: [] };
  await tx.update(tickets).set(silence).where(wrote(tickets.description, 'description'));
  await tx.update(tickets).set({ location: null }).where(wrote(tickets.location, 'location'));
  await tx.update(tickets).set({ closingNote: null }).where(wrote(tickets.closingNote, 'closingNote'));
  const isTheirReason = sql`exists (select from ${events} where ${events.ticketNumber} = ${tickets.number} and ${isTheirs}
    and ${events.changes} -> 'waiting' -> 'to' ->> 'reason' = ${tickets.waitingReason})`;
  await tx
    .update(tickets)
    .set({ waitingReason: removedText })
    .where(and(inArray(tickets.number, touched), isTheirReason));
  await tx.update(corrections).set({ text: removedText }).where(inArray(corrections.ticketNumber, touched));

  // The history of these tickets quotes them, and names them where a ticket was handed over, or somebody made them follow it.
  const written = tx.select({ id: messages.id }).from(messages).where(eq(messages.actorId, id));
  const assignee = sql`${events.changes} -> 'assignee'`;
  const follower = sql`${events.changes} -> 'follower'`;
  const isNamed = sql`${id}::text in (${assignee} -> 'from' ->> 'id', ${assignee} -> 'to' ->> 'id',
    ${follower} ->> 'from', ${follower} ->> 'to')`;
  const which = or(isNamed, inArray(events.messageId, written), inArray(events.ticketNumber, touched));
  await redactEvents({ tx, which: and(ne(events.actorId, id), which), keeps: stillSaid });
  await redactEvents({ tx, which: isTheirs });
  await redactMessages({ tx, which: eq(messages.actorId, id) });
}

/** What an event of somebody else put into a ticket that says it still: it is theirs, and goes when they are removed. */
const stillSaid = sql`(
  select coalesce(jsonb_object_agg(field, jsonb_build_object(
    'from', case when change ->> 'from' is not null and field <> 'waiting' then ${removedText}::text end,
    'to', change -> 'to')), '{}')
  from ${tickets}, lateral (values ('description', ${tickets.description}), ('location', ${tickets.location}),
    ('closingNote', ${tickets.closingNote}), ('waiting', ${tickets.waitingReason})) as said (field, words),
    lateral (select ${events.changes} -> field as change) as made
  where ${tickets.number} = ${events.ticketNumber} and words in (change ->> 'to', change -> 'to' ->> 'reason'))`;
