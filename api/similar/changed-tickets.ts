import { and, asc, gt, max, sql } from 'drizzle-orm';
import { type Database, events } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';

/** Says which tickets have changed, whichever of several processes changed them. */
export type ChangedTickets = {
  /** Those since the last time. */
  readNew(): Promise<number[]>;
};

/** A transaction that took its id first may commit later: so many ids are read again. */
const overlap = 200;

/** What happened to tickets from now on. */
export async function followChanges(db: Database): Promise<ChangedTickets> {
  const [last] = await db.select({ id: max(events.id) }).from(events);
  let newest = last?.id ?? 0;
  const known = new Set<number>();
  await readNew();
  return { readNew };

  async function readNew(): Promise<number[]> {
    const rows = await reading(db).execute({ from: newest - overlap, known: `{${[...known].join(',')}}` });
    const missed = rows.filter(({ id }) => !known.has(id));
    for (const { id } of missed) {
      known.add(id);
      newest = Math.max(newest, id);
    }
    for (const id of known) if (id <= newest - overlap) known.delete(id);
    return [...new Set(missed.filter(({ type }) => type.startsWith('ticket.')).map(({ number }) => number))];
  }
}

/** The events from an id on without those that are known, which are nearly all. */
const reading = buildOnce(db =>
  db
    .select({ id: events.id, number: events.ticketNumber, type: events.type })
    .from(events)
    .where(
      and(
        gt(events.id, sql.placeholder('from')),
        sql`${events.id} not in (select unnest(${sql.placeholder('known')}::bigint[]))`,
      ),
    )
    .orderBy(asc(events.id))
    .prepare('changed_tickets'),
);
