import { asc, gt, max } from 'drizzle-orm';
import { type Database, events } from '../../db/index.ts';

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
  const known = new Set(await idsFrom(newest - overlap));
  return { readNew };

  async function readNew(): Promise<number[]> {
    const rows = await eventsFrom(newest - overlap);
    const missed = rows.filter(({ id }) => !known.has(id));
    for (const { id } of missed) {
      known.add(id);
      newest = Math.max(newest, id);
    }
    for (const id of known) if (id <= newest - overlap) known.delete(id);
    return [...new Set(missed.filter(({ type }) => type.startsWith('ticket.')).map(({ number }) => number))];
  }

  async function idsFrom(id: number): Promise<number[]> {
    return (await eventsFrom(id)).map(one => one.id);
  }

  function eventsFrom(id: number) {
    return db
      .select({ id: events.id, number: events.ticketNumber, type: events.type })
      .from(events)
      .where(gt(events.id, id))
      .orderBy(asc(events.id));
  }
}
