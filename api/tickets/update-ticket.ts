import { isDeepStrictEqual } from 'node:util';
import type { Actor, Changes, EventType } from '@campus-desk/contract';
import { and, eq, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import { eventFrom, eventValues } from '../outbox/event-from.ts';
import { changedAt, type TicketRow, ticketColumns } from './ticket-row.ts';

export type UpdateInput = {
  db: Database;
  before: TicketRow;
  values: Partial<TicketRow>;
  changes: Changes;
  type: EventType;
  actor: Actor;
  now: Date;
};

/**
 * The updated ticket, its event with it, by one statement; undefined when it is no longer as in `before`, so that no
 * interleaving breaks a rule.
 */
export async function updateUnchanged(input: UpdateInput): Promise<{ after: TicketRow } | undefined> {
  const { db, before, values, changes, type, actor, now } = input;
  const changed = Object.entries(values).filter(
    ([field, value]) => !isDeepStrictEqual(value, before[field as Field]),
  );
  const moved = moments[values.status ?? 'open'];
  const fields = [...changed.map(([field]) => field), ...(moved ? [moved] : [])];
  const [after] = await updating(db, fields.sort().join(' ')).execute({
    ...Object.fromEntries(changed.map(([field, value]) => [field, asGiven(value)])),
    ...eventValues({ type, actor, changes }),
    beforeNumber: before.number,
    beforeStatus: before.status,
    beforeVersion: before.version,
    now,
  });
  return after && { after };
}

type Field = keyof TicketRow;

/** Drizzle writes no date for a placeholder that may also be null. */
function asGiven(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/** The moment that the database fills in when a ticket gets a status. */
const moments = { open: undefined, active: 'startedAt', closed: 'closedAt' } as const;

/** For some fields, joined by blanks: what is not named is not written again, the words for searching among it. */
const updating = buildOnce((db, fields: string) => {
  const at = changedAt();
  const isMoment = (field: string) => field === 'startedAt' || field === 'closedAt';
  const values = fields.split(' ').map(field => {
    if (isMoment(field)) return [field, at];
    const given = sql.placeholder(field);
    return [field, field === 'waitingUntil' ? sql`${given}::timestamptz` : given];
  });
  const updated = db.$with('ticket').as(
    db
      .update(tickets)
      .set({ ...Object.fromEntries(values), modifiedAt: at, version: sql`${tickets.version} + 1` })
      .where(
        and(
          eq(tickets.number, sql.placeholder('beforeNumber')),
          eq(tickets.status, sql.placeholder('beforeStatus')),
          eq(tickets.version, sql.placeholder('beforeVersion')),
        ),
      )
      .returning(ticketColumns),
  );
  const event = eventFrom({ from: sql`ticket`, number: sql`number`, at: sql`modified_at` });
  return db
    .with(updated, db.$with('event', {}).as(event))
    .select()
    .from(updated)
    .prepare(`change_ticket ${fields}`);
});
