import type { NamedPerson, Person } from '@campus-desk/contract';
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { corrections, type Database, events, messages, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';

type NamePersonInput = { context: Context; person: Person };

/**
 * Puts a person's name wherever their id stands for it, because nobody knew it when they acted. One event for each
 * ticket on which they stand makes Slack show it; who has a name keeps it.
 */
export function namePerson({ context, person }: NamePersonInput): Promise<NamedPerson> {
  const { id, name } = person;
  return transact({
    context,
    work: async ({ tx, record }) => {
      // Of two who name a person at once the second looks when the first is done, and finds nothing left.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`name of ${id}`}, 0))`);
      const numbers = id === name ? [] : await lockTickets({ tx, id });
      if (numbers.length > 0) await fillIn({ tx, person, numbers });
      const named = {
        type: 'person.named' as const,
        actor: { ...person, role: 'user' as const },
        at: context.clock(),
        changes: { name: { from: id, to: name } },
      };
      await record(...numbers.map(ticketNumber => ({ ...named, ticketNumber })));
      return { person, tickets: numbers.length };
    },
  });
}

type LockTicketsInput = { tx: Database; id: string };

/** The tickets where the person stands without a name, locked in the order in which everybody locks several. */
async function lockTickets({ tx, id }: LockTicketsInput): Promise<number[]> {
  const written = tx
    .select({ number: messages.ticketNumber })
    .from(messages)
    .where(isUnnamed({ id, of: messages.actorId, as: messages.actorName }));
  const acted = tx
    .select({ number: events.ticketNumber })
    .from(events)
    .where(isUnnamed({ id, of: events.actorId, as: events.actorName }));
  const rows = await tx
    .select({ number: tickets.number })
    .from(tickets)
    .where(
      or(
        isUnnamed({ id, of: tickets.reporterId, as: tickets.reporterName }),
        isUnnamed({ id, of: tickets.assigneeId, as: tickets.assigneeName }),
        inArray(tickets.number, written),
        inArray(tickets.number, acted),
      ),
    )
    .orderBy(asc(tickets.number))
    .for('no key update');
  return rows.map(({ number }) => number);
}

async function fillIn({ tx, person, numbers }: { tx: Database; person: Person; numbers: number[] }) {
  const { id, name } = person;
  const isIn = (column: PgColumn) => inArray(column, numbers);
  await tx
    .update(tickets)
    .set({ reporterName: name })
    .where(and(isIn(tickets.number), isUnnamed({ id, of: tickets.reporterId, as: tickets.reporterName })));
  await tx
    .update(tickets)
    .set({ assigneeName: name })
    .where(and(isIn(tickets.number), isUnnamed({ id, of: tickets.assigneeId, as: tickets.assigneeName })));
  // Who closed a ticket acted on it: it is among these.
  await tx
    .update(tickets)
    .set({ closedByName: name })
    .where(and(isIn(tickets.number), isUnnamed({ id, of: tickets.closedById, as: tickets.closedByName })));
  for (const table of [messages, events, corrections])
    await tx
      .update(table)
      .set({ actorName: name })
      .where(and(isIn(table.ticketNumber), isUnnamed({ id, of: table.actorId, as: table.actorName })));
}

type IsUnnamedInput = { id: string; of: PgColumn; as: PgColumn };

/** The condition that the person stands there, without a name; the partial indexes on people without one have it. */
function isUnnamed({ id, of, as }: IsUnnamedInput): SQL | undefined {
  return and(eq(of, id), eq(as, of));
}
